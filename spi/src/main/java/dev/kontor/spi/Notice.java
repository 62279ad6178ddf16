package dev.kontor.spi;

import dev.kontor.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A hint that a document changed. The engine reads the document itself; notices of one document
 * coalesce.
 *
 * @param id native id of the document to read again
 * @param event the system's name of what happened, for people
 * @param dedupeKey equal for repeated deliveries of one event
 * @param document what a reader would fetch, if a proven sender sent it whole; it is taken only of
 *     what the hub knows nothing of yet, as pushes overtake each other. Null if it must be read.
 */
public record Notice(
    EntityType type, String id, String event, String dedupeKey, @Nullable Document document) {

  /** A hint that says nothing but what to read. */
  public Notice(EntityType type, String id, String event, String dedupeKey) {
    this(type, id, event, dedupeKey, null);
  }
}
