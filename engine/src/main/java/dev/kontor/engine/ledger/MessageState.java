package dev.kontor.engine.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The states of a message, drawn in {@code docs/states.md}. A time is given as a delay from the
 * database's clock, the only clock that decides.
 */
public sealed interface MessageState {

  /** May be worked on at once. */
  record Ready() implements MessageState {}

  /**
   * Waits for something that is not a failure.
   *
   * @param reason for people
   * @param fault class of the fault it waits out, e.g. {@code Missing}, or {@link #DRY_RUN}; empty
   *     if none
   * @param wakeKey woken early when this key appears, null if only time passes
   * @param recheck looked at again after this time at the latest
   */
  record Waiting(String reason, String fault, @Nullable String wakeKey, Duration recheck)
      implements MessageState {

    /** Stands for the fault of what a flow would have written, were it no dry run. */
    public static final String DRY_RUN = "DryRun";
  }

  /**
   * Tried again by itself.
   *
   * @param countsAsAttempt false if the target, not the message, was the trouble
   */
  record Retrying(String reason, String fault, Duration after, boolean countsAsAttempt)
      implements MessageState {}

  /** Its effect is in the target. */
  record Done(String result) implements MessageState {}

  /** Rightly without effect. */
  record Skipped(String reason) implements MessageState {}

  /** Only a person, or a newer version of the document, can help. */
  record Dead(String reason, String fault) implements MessageState {}

  /** Thrown away by a person. */
  record Discarded(String by, String reason) implements MessageState {}

  /** As stored. */
  default String key() {
    return switch (this) {
      case Ready r -> "ready";
      case Waiting w -> "waiting";
      case Retrying r -> "retrying";
      case Done d -> "done";
      case Skipped s -> "skipped";
      case Dead d -> "dead";
      case Discarded d -> "discarded";
    };
  }

  /** Whether the message no longer stands in its lane. */
  default boolean isFinished() {
    return switch (this) {
      case Done d -> true;
      case Skipped s -> true;
      case Discarded d -> true;
      case Ready r -> false;
      case Waiting w -> false;
      case Retrying r -> false;
      case Dead d -> false;
    };
  }

  /** What a person reads, empty for none. */
  default String reasonText() {
    return switch (this) {
      case Ready r -> "";
      case Waiting w -> w.reason();
      case Retrying r -> r.reason();
      case Done d -> d.result();
      case Skipped s -> s.reason();
      case Dead d -> d.reason();
      case Discarded d -> d.reason() + " (" + d.by() + ")";
    };
  }

  /** The fault's class, null if none. */
  default @Nullable String faultName() {
    String fault =
        switch (this) {
          case Waiting w -> w.fault();
          case Retrying r -> r.fault();
          case Dead d -> d.fault();
          case Ready r -> "";
          case Done d -> "";
          case Skipped s -> "";
          case Discarded d -> "";
        };
    return fault.isEmpty() ? null : fault;
  }

  /** Delay until the message is looked at again; null for at once, or never if finished or dead. */
  default @Nullable Duration delay() {
    return switch (this) {
      case Waiting w -> w.recheck();
      case Retrying r -> r.after();
      case Ready r -> null;
      case Done d -> null;
      case Skipped s -> null;
      case Dead d -> null;
      case Discarded d -> null;
    };
  }
}
