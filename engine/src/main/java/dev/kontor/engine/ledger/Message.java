package dev.kontor.engine.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One unfinished message as its lane sees it.
 *
 * @param seq position in the lane
 * @param event for a notice the source's word, for an event its business name
 * @param source connection the aggregate comes from
 * @param sourceId native id of the aggregate there
 * @param number the number people know, null if not yet known
 * @param effectKey idempotency key, null for notices
 * @param payload id of the captured or pushed document, null if it must be read
 * @param contentHash keyed hash of what an event's effect is made of
 * @param state as stored
 * @param attempts used up so far
 * @param delayMillis until its time comes, by the database's clock; zero if it has come
 * @param waitingMillis how long it has been waiting, zero if it is not
 */
public record Message(
    long id,
    long lane,
    long seq,
    String flow,
    MessageKind kind,
    String event,
    String source,
    String sourceId,
    @Nullable String number,
    @Nullable String effectKey,
    @Nullable Long payload,
    byte @Nullable [] contentHash,
    String state,
    int attempts,
    long delayMillis,
    long waitingMillis) {

  /** Event of what an initial load brings. */
  public static final String LOADED = "loaded";

  public boolean isDead() {
    return state.equals("dead");
  }

  /** Whether its time has come. */
  public boolean isDue() {
    return delayMillis <= 0;
  }

  public boolean isNotice() {
    return kind == MessageKind.NOTICE;
  }

  Message withId(long given) {
    return new Message(
        given,
        lane,
        seq,
        flow,
        kind,
        event,
        source,
        sourceId,
        number,
        effectKey,
        payload,
        contentHash,
        state,
        attempts,
        delayMillis,
        waitingMillis);
  }
}
