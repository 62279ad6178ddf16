<?php

declare(strict_types=1);

namespace Kontor\Companion\Model;

use Magento\Framework\HTTP\Client\CurlFactory;
use Magento\Framework\Serialize\Serializer\Json;
use Magento\Framework\Stdlib\DateTime\DateTime;
use Psr\Log\LoggerInterface;
use Throwable;

/** Tells the hub of changes; a request that is sent again is signed again. */
class Sender
{
    private const PATIENCE = 15;

    public function __construct(
        private readonly Config $config,
        private readonly Signature $signature,
        private readonly CurlFactory $clients,
        private readonly Json $json,
        private readonly DateTime $clock,
        private readonly LoggerInterface $logger
    ) {
    }

    /**
     * Whether the hub has them now.
     *
     * @param array<int, array<string, string|null>> $rows of the outbox
     */
    public function tell(array $rows): bool
    {
        $body = $this->json->serialize(['events' => array_map([$this, 'event'], $rows)]);
        $time = (int) $this->clock->gmtTimestamp();
        try {
            $client = $this->clients->create();
            $client->setTimeout(self::PATIENCE);
            $client->addHeader('Content-Type', 'application/json');
            $client->addHeader(Signature::TIME_HEADER, (string) $time);
            $client->addHeader(Signature::HEADER, $this->signature->of($this->config->secret(), $time, $body));
            $client->post($this->config->door(), $body);
            $status = (int) $client->getStatus();
        } catch (Throwable $e) {
            $this->logger->warning('Kontor: the hub was not reached: ' . get_class($e));

            return false;
        }
        if ($status < 200 || $status > 299) {
            $this->logger->warning('Kontor: the hub answered ' . $status . '; its log says why');
        }

        return $status >= 200 && $status <= 299;
    }

    /**
     * What the hub is told of one change.
     *
     * @param array<string, string|null> $row
     * @return array<string, string>
     */
    private function event(array $row): array
    {
        $event = [
            'id' => (string) $row['event_id'],
            'type' => (string) $row['type'],
            'entityId' => (string) $row['entity_id'],
        ];
        if ($row['increment_id'] !== null) {
            $event['incrementId'] = (string) $row['increment_id'];
        }
        if ($row['store_id'] !== null) {
            $event['storeId'] = (string) $row['store_id'];
        }

        return $event;
    }
}
