<?php

declare(strict_types=1);

namespace Kontor\Companion\Model;

use Magento\Framework\App\ResourceConnection;
use Magento\Framework\DB\Adapter\AdapterInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Changes that the hub is to be told of: ids and numbers, no personal data. What is saved again
 * before it was told is one row, under a new event id.
 */
class Outbox
{
    private const TABLE = 'kontor_companion_outbox';

    /** Seconds between tries are doubled up to this. */
    private const LONGEST_PAUSE = 3600;

    /** The hub polls besides; what it was not told of for so long it has found. */
    private const KEPT = 14 * 24 * 3600;

    public function __construct(
        private readonly ResourceConnection $resource,
        private readonly DateTime $clock
    ) {
    }

    /**
     * Notes a change.
     *
     * @param string $type order or customer
     */
    public function note(string $type, int $entityId, ?string $incrementId, ?int $storeId): void
    {
        $now = $this->now();
        $this->connection()->insertOnDuplicate(
            $this->table(),
            [
                'event_id' => $this->eventId(),
                'type' => $type,
                'entity_id' => $entityId,
                'increment_id' => $incrementId,
                'store_id' => $storeId,
                'attempts' => 0,
                'due_at' => $now,
                'created_at' => $now,
            ],
            ['event_id', 'increment_id', 'store_id', 'attempts', 'due_at', 'created_at']
        );
    }

    /**
     * Rows that are due, oldest first.
     *
     * @return array<int, array<string, string|null>>
     */
    public function due(int $most): array
    {
        $select = $this->connection()->select()
            ->from($this->table())
            ->where('due_at <= ?', $this->now())
            ->order('outbox_id')
            ->limit($most);

        return $this->connection()->fetchAll($select);
    }

    /**
     * The hub has them. One that was noted anew meanwhile has another event id and stays.
     *
     * @param array<int, array<string, string|null>> $rows
     */
    public function told(array $rows): void
    {
        $this->connection()->delete($this->table(), ['event_id IN (?)' => array_column($rows, 'event_id')]);
    }

    /**
     * They could not be told and are tried again, later each time.
     *
     * @param array<int, array<string, string|null>> $rows
     */
    public function failed(array $rows): void
    {
        foreach ($rows as $row) {
            $attempts = min((int) $row['attempts'] + 1, 16);
            $pause = min(60 * 2 ** ($attempts - 1), self::LONGEST_PAUSE);
            $this->connection()->update(
                $this->table(),
                ['attempts' => $attempts, 'due_at' => $this->now() + $pause],
                ['event_id = ?' => $row['event_id']]
            );
        }
    }

    /** Forgets what is too old to be news; how much that was. */
    public function forget(): int
    {
        return (int) $this->connection()->delete(
            $this->table(),
            ['created_at < ?' => $this->now() - self::KEPT]
        );
    }

    private function eventId(): string
    {
        return bin2hex(random_bytes(16));
    }

    private function now(): int
    {
        return (int) $this->clock->gmtTimestamp();
    }

    private function connection(): AdapterInterface
    {
        return $this->resource->getConnection();
    }

    private function table(): string
    {
        return $this->resource->getTableName(self::TABLE);
    }
}
