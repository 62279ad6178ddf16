<?php

declare(strict_types=1);

namespace Kontor\Companion\Observer;

use Kontor\Companion\Model\Note;
use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Sales\Model\Order;

/** An order was saved and its transaction is over. */
class OrderSaved implements ObserverInterface
{
    public function __construct(private readonly Note $note)
    {
    }

    public function execute(Observer $observer): void
    {
        $order = $observer->getEvent()->getData('data_object');
        if ($order instanceof Order) {
            $number = $order->getIncrementId();
            $store = $order->getStoreId();
            $this->note->order(
                (int) $order->getId(),
                $number === null ? null : (string) $number,
                $store === null ? null : (int) $store
            );
        }
    }
}
