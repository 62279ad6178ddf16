<?php

declare(strict_types=1);

namespace Kontor\Companion\Test\Unit\Model;

use Kontor\Companion\Model\Signature;
use PHPUnit\Framework\TestCase;

/** The hub's tests have the same three values and the same signature. */
class SignatureTest extends TestCase
{
    public function testSignsTimeAndBody(): void
    {
        $body = '{"events":[{"id":"0123456789abcdef0123456789abcdef","type":"order","entityId":"42",'
            . '"incrementId":"000000042","storeId":"1"}]}';
        self::assertSame(
            '12bf913e61566ece56243bf97853a6a2a1b171439234a2d0fefe4be6dff15ffd',
            (new Signature())->of('secret-of-the-companion', 1796112000, $body)
        );
    }
}
