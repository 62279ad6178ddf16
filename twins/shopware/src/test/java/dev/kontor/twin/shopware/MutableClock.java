package dev.kontor.twin.shopware;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only the test moves. */
final class MutableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-21T09:45:54.528Z");

  void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
