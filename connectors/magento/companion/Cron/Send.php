<?php

declare(strict_types=1);

namespace Kontor\Companion\Cron;

use Kontor\Companion\Model\Config;
use Kontor\Companion\Model\Outbox;
use Kontor\Companion\Model\Sender;
use Magento\Framework\Lock\LockManagerInterface;
use Psr\Log\LoggerInterface;

/** Once a minute: tells the hub of what is due, until nothing is or it does not answer. */
class Send
{
    private const LOCK = 'kontor_companion_send';
    private const AT_ONCE = 100;

    /** So many requests at most in one run; the rest has its turn a minute later. */
    private const RUNS = 20;

    public function __construct(
        private readonly Config $config,
        private readonly Outbox $outbox,
        private readonly Sender $sender,
        private readonly LockManagerInterface $locks,
        private readonly LoggerInterface $logger
    ) {
    }

    public function execute(): void
    {
        if (!$this->config->isEnabled() || $this->config->door() === '' || $this->config->secret() === '') {
            return;
        }
        if (!$this->locks->lock(self::LOCK, 0)) {
            return; // the run before this one is not over
        }
        try {
            $this->forget();
            $this->send();
        } finally {
            $this->locks->unlock(self::LOCK);
        }
    }

    private function send(): void
    {
        for ($run = 0; $run < self::RUNS; $run++) {
            $rows = $this->outbox->due(self::AT_ONCE);
            if ($rows === []) {
                return;
            }
            if (!$this->sender->tell($rows)) {
                $this->outbox->failed($rows);

                return;
            }
            $this->outbox->told($rows);
        }
    }

    private function forget(): void
    {
        $forgotten = $this->outbox->forget();
        if ($forgotten > 0) {
            $this->logger->warning('Kontor: ' . $forgotten . ' changes could not be told for two weeks and were left to the polls');
        }
    }
}
