package dev.kontor.spi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One effect the engine wants in the target. An intent row for it is already durable.
 *
 * @param key idempotency key, the same for every repetition of this effect
 * @param reference the external reference to store with the document so that it can be found again
 * @param targetId native id to update or delete; null for a create
 * @param content the target document as {@link Writer#prepare} returned it
 */
public record Write(
    String key, Action action, String reference, @Nullable String targetId, JsonNode content) {

  /** What is to happen. */
  public enum Action {
    CREATE,
    UPDATE,
    DELETE
  }
}
