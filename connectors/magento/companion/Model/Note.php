<?php

declare(strict_types=1);

namespace Kontor\Companion\Model;

use Psr\Log\LoggerInterface;
use Throwable;

/** Notes what was saved. Whatever goes wrong here must not keep anybody from buying. */
class Note
{
    public function __construct(
        private readonly Config $config,
        private readonly Outbox $outbox,
        private readonly LoggerInterface $logger
    ) {
    }

    public function order(int $id, ?string $number, ?int $storeId): void
    {
        $this->note('order', $id, $number, $storeId);
    }

    public function customer(int $id): void
    {
        $this->note('customer', $id, null, null);
    }

    private function note(string $type, int $id, ?string $number, ?int $storeId): void
    {
        try {
            if ($id > 0 && $this->config->isEnabled()) {
                $this->outbox->note($type, $id, $number, $storeId);
            }
        } catch (Throwable $e) {
            $this->logger->error('Kontor: a change of ' . $type . ' ' . $id . ' was not noted: ' . get_class($e));
        }
    }
}
