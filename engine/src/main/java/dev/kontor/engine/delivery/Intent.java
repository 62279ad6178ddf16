package dev.kontor.engine.delivery;

import org.jspecify.annotations.Nullable;

/**
 * The memory of one effect: what may have happened in the target.
 *
 * @param key idempotency key
 * @param state {@code open} while the outcome is not known, {@code confirmed} or {@code refused}
 * @param past whether the moment has passed after which "not found" means it never happened
 * @param absentInMillis until that moment, zero if past
 * @param content id of the stored payload that was to be written, null where there is none
 */
public record Intent(
    String key,
    String state,
    boolean past,
    long absentInMillis,
    @Nullable Long content,
    @Nullable String resultId,
    @Nullable String resultNumber) {

  public boolean isOpen() {
    return state.equals("open");
  }

  public boolean isConfirmed() {
    return state.equals("confirmed");
  }
}
