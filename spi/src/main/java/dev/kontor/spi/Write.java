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
 * @param before of an update, the content that was last written for the same document; null if that
 *     is not known, or there was none
 * @param attachments the files that {@link Writer#prepare} asked for, by reference
 * @param basis version of the target's document, as {@link Document#version}, that the change was
 *     decided on; a document that has another one by now is a {@link Fault.Conflict}. Null if it
 *     does not matter
 */
public record Write(
    String key,
    Action action,
    String reference,
    @Nullable String targetId,
    JsonNode content,
    @Nullable JsonNode before,
    Map<String, Attachment> attachments,
    @Nullable String basis) {

  public Write {
    attachments = Map.copyOf(attachments);
  }

  /** Whatever the target's document is by now. */
  public Write(
      String key,
      Action action,
      String reference,
      @Nullable String targetId,
      JsonNode content,
      @Nullable JsonNode before,
      Map<String, Attachment> attachments) {
    this(key, action, reference, targetId, content, before, attachments, null);
  }

  /** Likewise without files, nothing known of what was written before. */
  public Write(
      String key, Action action, String reference, @Nullable String targetId, JsonNode content) {
    this(key, action, reference, targetId, content, null, Map.of());
  }

  /** What is to happen. */
  public enum Action {
    CREATE,
    UPDATE,
    DELETE
  }
}
