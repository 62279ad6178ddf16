package dev.kontor.connector.magento.api;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * What makes a signed call unlike any other (RFC 5849 §3.3). The shop refuses a time that is off by
 * more than 300 seconds (magento/contract.md §4).
 *
 * @param seconds since 1970
 */
public record Stamp(String nonce, long seconds) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Stamp now(InstantSource clock) {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return new Stamp(HexFormat.of().formatHex(nonce), clock.instant().getEpochSecond());
  }
}
