package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Shop-wide brake on failed sign-ins: 10 bad ones block for 10 s, 15 for 30 s, 20 for 60 s; it also
 * blocks valid clients of the same address (observed.md "Sign-in").
 */
final class Throttle {
  private record Step(int failures, Duration block) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(20, Duration.ofSeconds(60)),
          new Step(15, Duration.ofSeconds(30)),
          new Step(10, Duration.ofSeconds(10)));

  private final InstantSource clock;
  private int failures;
  private Instant blockedUntil = Instant.MIN;

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /** Throws ApiError 429 with the seconds to wait while blocked. */
  synchronized void check() {
    Instant now = clock.instant();
    if (now.isBefore(blockedUntil)) {
      long seconds = Duration.between(now, blockedUntil).plusMillis(999).toSeconds();
      throw ApiError.of(
          429,
          "FRAMEWORK__AUTH_THROTTLED",
          "Auth throttled for " + seconds + " seconds.",
          Json.object().put("seconds", seconds));
    }
  }

  synchronized void failed() {
    failures++;
    STEPS.stream()
        .filter(s -> failures >= s.failures())
        .findFirst()
        .ifPresent(s -> blockedUntil = clock.instant().plus(s.block()));
  }

  synchronized void succeeded() {
    failures = 0;
  }
}
