package dev.kontor.engine.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message in one round of work.
 *
 * @param outcome one word for the attempt's record, null if nothing was attempted
 * @param detail for people, without personal data
 * @param mapping versions of the mappings used, null if none
 */
public record Finish(
    Message message,
    MessageState state,
    @Nullable String outcome,
    @Nullable String detail,
    @Nullable String mapping) {

  public static Finish quiet(Message message, MessageState state) {
    return new Finish(message, state, null, null, null);
  }
}
