package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what a running hub does by itself. */
final class Await {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Await() {}

  /** Asks again and again until the answer is yes. */
  static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime() - end).as("still not").isNegative();
    }
  }
}
