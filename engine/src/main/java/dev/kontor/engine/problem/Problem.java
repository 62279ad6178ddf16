package dev.kontor.engine.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Messages that failed for one cause.
 *
 * @param id fingerprint of the cause, stable over restarts
 * @param field path in the document that is blamed, null if none
 * @param key master data to mend for all of them, such as {@code EU/REDUCED}; null if none is named
 * @param text the error without what differs from document to document
 * @param example the error of the oldest, as it is
 * @param oldest when the oldest of them was added to the ledger
 * @param newest likewise of the newest
 * @param money whether it is about orders, payments, refunds or credit memos
 * @param what happened, in plain words
 * @param todo what a person does about it
 * @param assigned who looks after it, null if nobody
 * @param comments how many
 * @param suggested what helped before, null if nothing did
 */
public record Problem(
    String id,
    String flow,
    String fault,
    @Nullable String field,
    @Nullable String key,
    String text,
    String example,
    int count,
    Instant oldest,
    Instant newest,
    boolean money,
    Words what,
    Words todo,
    @Nullable String assigned,
    int comments,
    @Nullable Suggestion suggested) {

  /** The same for those who may not see what tells of persons. */
  public Problem anonymous() {
    return new Problem(
        id, flow, fault, field, key, text, text, count, oldest, newest, money, what, todo, assigned,
        comments, suggested);
  }

  /**
   * What a person did about the same cause before and what it helped.
   *
   * @param action {@code resubmit} or {@code discard}
   * @param at when last
   * @param times how often it helped
   */
  public record Suggestion(String action, String reason, String by, Instant at, int times) {}

  /** One remark. */
  public record Comment(Instant at, String by, String text) {}
}
