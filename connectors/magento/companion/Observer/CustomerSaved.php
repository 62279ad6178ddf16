<?php

declare(strict_types=1);

namespace Kontor\Companion\Observer;

use Kontor\Companion\Model\Note;
use Magento\Customer\Model\Customer;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;

/** An account was saved and its transaction is over. */
class CustomerSaved implements ObserverInterface
{
    public function __construct(private readonly Note $note)
    {
    }

    public function execute(Observer $observer): void
    {
        $customer = $observer->getEvent()->getData('data_object');
        if ($customer instanceof Customer) {
            $this->note->customer((int) $customer->getId());
        }
    }
}
