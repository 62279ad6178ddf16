package dev.kontor.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One effect the engine wants in the target. An intent row for it is already durable.
 *
 * @param key idempotency key, the same for every repetition of this effect
 * @param reference the external reference to store with the document so that it can be found again
 * @param targetId native id to update or delete; null for a create
 * @param content the target document as {@link Writer#prepare} returned it
 * @param attachments the files that {@link Writer#prepare} asked for, by reference
 */
public record Write(
    String key,
    Action action,
    String reference,
    @Nullable String targetId,
    JsonNode content,
    Map<String, Attachment> attachments) {

  public Write {
    attachments = Map.copyOf(attachments);
  }

  /** Without files. */
  public Write(
      String key, Action action, String reference, @Nullable String targetId, JsonNode content) {
    this(key, action, reference, targetId, content, Map.of());
  }

  /** What is to happen. */
  public enum Action {
    CREATE,
    UPDATE,
    DELETE
  }
}
