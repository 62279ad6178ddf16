package dev.kontor.engine.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A message to be put at the end of its lane.
 *
 * @param laneKey target, flow and aggregate
 * @param priority lower runs first; orders before stock before catalogue
 * @param dedupe a message with the same key from the same source is added only once; made by {@link
 *     #version} it is added whenever the version differs from the one seen last; null for none
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

  private static final char VERSION = '\n';

  /**
   * De-duplicates a document that is read again and again: only the version seen last is a repeat.
   *
   * @param id of the document
   */
  public static String version(String id, String version) {
    return "poll|" + id + VERSION + version;
  }

  String seenKey() {
    String key = String.valueOf(dedupe);
    int at = key.indexOf(VERSION);
    return at < 0 ? key : key.substring(0, at);
  }

  String seenVersion() {
    String key = String.valueOf(dedupe);
    int at = key.indexOf(VERSION);
    return at < 0 ? "" : key.substring(at + 1);
  }

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
