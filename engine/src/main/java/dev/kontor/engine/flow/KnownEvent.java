package dev.kontor.engine.flow;

import org.jspecify.annotations.Nullable;

/**
 * A business event of an aggregate that the ledger already has.
 *
 * @param message id
 * @param event business name, e.g. {@code created}
 * @param state as stored
 * @param contentHash of the snapshot it carries
 * @param sent whether it is or may be in the target, so that its snapshot must not change any more
 */
public record KnownEvent(
    long message, String event, String state, byte @Nullable [] contentHash, boolean sent) {

  /** Whether a person has to decide. */
  public boolean isDead() {
    return state.equals("dead");
  }

  /** Whether a person took it out of its lane. */
  public boolean isDiscarded() {
    return state.equals("discarded");
  }

  /** Whether the target was or may have been told of it. */
  boolean isTold() {
    return !isUnsent() && !isSkipped() && !isDiscarded();
  }

  boolean isUnsent() {
    return !sent && isOpen();
  }

  /** Whether it is not finished, or a person has to decide. */
  public boolean isOpen() {
    return switch (state) {
      case "ready", "waiting", "retrying", "dead" -> true;
      default -> false;
    };
  }

  /** Whether it never left the hub and never will. */
  public boolean isSkipped() {
    return state.equals("skipped");
  }

  /** Whether the target has confirmed it. */
  public boolean isDone() {
    return state.equals("done");
  }
}
