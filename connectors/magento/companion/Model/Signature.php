<?php

declare(strict_types=1);

namespace Kontor\Companion\Model;

/** Proves to the hub who sends, and when it was sent. */
class Signature
{
    public const TIME_HEADER = 'Kontor-Timestamp';
    public const HEADER = 'Kontor-Signature';

    /**
     * Hex HMAC-SHA256 over the time, a full stop and the body.
     *
     * @param int $time Unix time, as it stands in the header
     */
    public function of(string $secret, int $time, string $body): string
    {
        return hash_hmac('sha256', $time . '.' . $body, $secret);
    }
}
