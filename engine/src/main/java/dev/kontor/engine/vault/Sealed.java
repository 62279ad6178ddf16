package dev.kontor.engine.vault;

/**
 * Encrypted bytes.
 *
 * @param keyId the key that opens them
 * @param keyedHash HMAC of {@code bytes}, so that they can be verified after their key is gone
 */
public record Sealed(PayloadClass kind, byte[] bytes, long keyId, byte[] keyedHash) {
  @Override
  public String toString() {
    return "Sealed[" + kind + ", key " + keyId + ", " + bytes.length + " bytes]";
  }
}
