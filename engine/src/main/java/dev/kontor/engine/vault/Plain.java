package dev.kontor.engine.vault;

import org.jspecify.annotations.Nullable;

/**
 * Bytes to seal.
 *
 * @param person the matching key of the person the bytes tell about, such as {@code
 *     email:a@example.com}; null if they tell about nobody
 */
public record Plain(PayloadClass kind, @Nullable String person, byte[] bytes) {
  @Override
  public String toString() {
    return "Plain[" + kind + ", " + bytes.length + " bytes]";
  }
}
