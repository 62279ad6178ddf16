package dev.kontor.engine.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message in one round of work.
 *
 * @param outcome one word for the attempt's record, null if nothing was attempted
 * @param detail for people, without personal data
 * @param mapping versions of the mappings used, null if none
 * @param millis how long the call took in which it was tried, alone or with others; null if none
 *     was made
 */
public record Finish(
    Message message,
    MessageState state,
    @Nullable String outcome,
    @Nullable String detail,
    @Nullable String mapping,
    @Nullable Long millis) {

  /** One of which no call was timed. */
  public Finish(
      Message message,
      MessageState state,
      @Nullable String outcome,
      @Nullable String detail,
      @Nullable String mapping) {
    this(message, state, outcome, detail, mapping, null);
  }

  public static Finish quiet(Message message, MessageState state) {
    return new Finish(message, state, null, null, null);
  }

  /** The same after a call that took so long. */
  public Finish after(@Nullable Long time) {
    return new Finish(message, state, outcome, detail, mapping, time);
  }
}
