package dev.kontor.engine.budget;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The turn of a batch of work, over at the latest with its first call: whoever waits for a system
 * must not hold up what could go on.
 */
public final class Turn {

  /** Bound around each batch. */
  public static final ScopedValue<Turn> CURRENT = ScopedValue.newInstance();

  private final AtomicBoolean over = new AtomicBoolean();
  private final Runnable next;

  /**
   * @param next called once, when the turn is over
   */
  public Turn(Runnable next) {
    this.next = next;
  }

  /** Ends this thread's turn, if it has one. */
  public static void giveUp() {
    if (CURRENT.isBound()) {
      CURRENT.get().end();
    }
  }

  public void end() {
    if (over.compareAndSet(false, true)) {
      next.run();
    }
  }
}
