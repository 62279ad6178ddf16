package dev.kontor.engine.vault;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Keyed hashes under which a value can be found again without being stored. */
public final class BlindIndex {
  private static final byte[] SEPARATOR = {0};
  private final byte[] key;

  BlindIndex(byte[] key) {
    this.key = key;
  }

  /**
   * @param kind what the value is, such as {@code email}; equal values of two kinds do not match
   * @param value compared without regard to case and surrounding space
   * @return 32 bytes; useless without the vault's index key
   */
  public byte[] of(String kind, String value) {
    return Aes.hmac(
        key,
        kind.getBytes(StandardCharsets.UTF_8),
        SEPARATOR,
        value.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }
}
