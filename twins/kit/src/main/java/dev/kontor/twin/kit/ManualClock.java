package dev.kontor.twin.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock for twins under test that only the test moves. */
public final class ManualClock implements InstantSource {

  private volatile Instant now;

  public ManualClock(String start) {
    now = Instant.parse(start);
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
