package dev.kontor.proof.merchant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** This machine's time, moved ahead; it goes on from there. */
public final class MovedClock implements InstantSource {

  private final InstantSource machine = InstantSource.system();
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  /**
   * Only ahead: what has a time stays in the past.
   *
   * @return by how much it was moved
   */
  public Duration moveTo(Instant moment) {
    Duration by = Duration.between(instant(), moment);
    if (by.isNegative()) {
      throw new IllegalArgumentException(moment + " is over by " + by);
    }
    ahead = ahead.plus(by);
    return by;
  }

  Duration ahead() {
    return ahead;
  }
}
