package dev.kontor.connector.shopware.twin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only the test moves. */
final class ManualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");

  void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
