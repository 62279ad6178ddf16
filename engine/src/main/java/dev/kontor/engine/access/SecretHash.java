package dev.kontor.engine.access;

import dev.kontor.engine.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody can guess, and the keyed hashes they are known by. */
final class SecretHash {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Vault vault;

  SecretHash(Vault vault) {
    this.vault = vault;
  }

  /** 256 random bits, fit for a cookie or an address. */
  static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Useless without this installation's hash key.
   *
   * @param purpose keeps hashes of one secret for different ends apart
   */
  byte[] of(String purpose, String secret) {
    return vault.keyedHash(purpose, secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Another secret that only this installation can derive from it. */
  String derived(String purpose, String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(purpose, secret));
  }
}
