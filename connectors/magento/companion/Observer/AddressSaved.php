<?php

declare(strict_types=1);

namespace Kontor\Companion\Observer;

use Kontor\Companion\Model\Note;
use Magento\Customer\Model\Address;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;

/** An address of an account was saved: for the hub the account changed. */
class AddressSaved implements ObserverInterface
{
    public function __construct(private readonly Note $note)
    {
    }

    public function execute(Observer $observer): void
    {
        $address = $observer->getEvent()->getData('data_object');
        if ($address instanceof Address) {
            $this->note->customer((int) $address->getCustomerId());
        }
    }
}
