package dev.kontor.engine.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A message to be put at the end of its lane.
 *
 * @param laneKey target, entity, source and aggregate, as {@code LaneKey} joins them
 * @param priority lower runs first; orders before stock before catalogue
 * @param dedupe a message with the same key from the same source is added only once; null for none
 * @param version of what {@code dedupe} names: only the version seen last is a repeat, so that A,
 *     B, A are three arrivals; empty if it has none
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
    String version,
    @Nullable String effectKey,
    @Nullable Long payload,
    byte @Nullable [] contentHash) {

  /**
   * A hint to read a document again.
   *
   * @param payload the pushed body, null if there was none
   */
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
        "",
        null,
        payload,
        null);
  }

  /**
   * Something that is met again and again: a repeat only while its version is the one seen last.
   *
   * @param dedupe null if it never repeats
   */
  public static Append seen(
      String laneKey,
      String flow,
      int priority,
      String event,
      String source,
      String sourceId,
      @Nullable String dedupe,
      String version) {
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
        version,
        null,
        null,
        null);
  }

  /**
   * One business event with one effect.
   *
   * @param contentHash keyed hash of what the effect is made of, null where it is never compared
   */
  public static Append event(
      String laneKey,
      String flow,
      int priority,
      String event,
      String source,
      String sourceId,
      @Nullable String number,
      @Nullable String effectKey,
      @Nullable Long payload,
      byte @Nullable [] contentHash) {
    return new Append(
        laneKey,
        flow,
        priority,
        MessageKind.EVENT,
        event,
        source,
        sourceId,
        number,
        null,
        "",
        effectKey,
        payload,
        contentHash);
  }

  /** The same with its document, which is stored by now. */
  public Append withPayload(long id) {
    return new Append(
        laneKey,
        flow,
        priority,
        kind,
        event,
        source,
        sourceId,
        number,
        dedupe,
        version,
        effectKey,
        id,
        contentHash);
  }
}
