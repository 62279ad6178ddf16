package dev.kontor.engine.state;

import java.time.Duration;

/**
 * A write that was never answered.
 *
 * @param reference the last it was written with
 * @param left how long it may still arrive; zero if that is over
 */
record WriteDoubt(String reference, Duration left) {

  boolean isOver() {
    return left.isZero();
  }
}
