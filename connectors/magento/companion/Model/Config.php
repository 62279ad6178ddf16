<?php

declare(strict_types=1);

namespace Kontor\Companion\Model;

use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\Encryption\EncryptorInterface;

/** What an administrator set under Stores, Configuration, Sales, Kontor. */
class Config
{
    private const ENABLED = 'kontor_companion/general/enabled';
    private const DOOR = 'kontor_companion/general/door';
    private const SECRET = 'kontor_companion/general/secret';

    public function __construct(
        private readonly ScopeConfigInterface $values,
        private readonly EncryptorInterface $encryptor
    ) {
    }

    /** Whether changes are noted. */
    public function isEnabled(): bool
    {
        return $this->values->isSetFlag(self::ENABLED);
    }

    /** Address of the hub's door; empty if none is set. */
    public function door(): string
    {
        return trim((string) $this->values->getValue(self::DOOR));
    }

    /** In clear; empty if none is set. */
    public function secret(): string
    {
        $stored = (string) $this->values->getValue(self::SECRET);

        return $stored === '' ? '' : $this->encryptor->decrypt($stored);
    }
}
