package dev.kontor.engine.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A message to be put at the end of its lane.
 *
 * @param laneKey target, flow and aggregate
 * @param priority lower runs first; orders before stock before catalogue
 * @param dedupe a message with the same key from the same source is added only once; null for none
 */
public record Append(
    String laneKey,
    String flow,
    int priority,
    MessageKind kind,
    String event,
    String source,
    String sourceId,
    @Nullable String number,
    @Nullable String dedupe,
    @Nullable String effectKey,
    @Nullable Long payload,
    byte @Nullable [] contentHash) {

  public static Append notice(
      String laneKey,
      String flow,
      int priority,
      String event,
      String source,
      String sourceId,
      @Nullable String dedupe,
      @Nullable Long payload) {
    return new Append(
        laneKey,
        flow,
        priority,
        MessageKind.NOTICE,
        event,
        source,
        sourceId,
        null,
        dedupe,
        null,
        payload,
        null);
  }
}
