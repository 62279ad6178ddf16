package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refusals and slow answers lower the pace by a part, good answers raise it step by step. */
final class PaceTest {

  private static final Duration FAST = Duration.ofMillis(20);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final Pace pace = new Pace(16, nanos::get, new Random(7));

  private long pass(Duration time) {
    return nanos.addAndGet(time.toNanos());
  }

  private void answered(Duration took) {
    long began = nanos.get();
    pass(took);
    pace.answered("GET", began);
  }

  private void throttled(@Nullable Duration retryAfter) {
    long began = nanos.get();
    pass(FAST);
    pace.throttled(began, retryAfter);
  }

  @Test
  void aRefusalHalvesTheCallsInFlightDownToOne() {
    for (int expected : new int[] {8, 4, 2, 1, 1}) {
      throttled(Duration.ofSeconds(1));
      assertThat(pace.allowed()).isEqualTo(expected);
    }
  }

  @Test
  void theRefusalsOfOneRoundCountOnce() {
    long began = nanos.get();
    pass(FAST);
    for (int i = 0; i < 16; i++) {
      pace.throttled(began, Duration.ofSeconds(1));
    }
    assertThat(pace.allowed()).isEqualTo(8);
  }

  @Test
  void aWholeRoundOfGoodAnswersAddsOne() {
    throttled(Duration.ZERO);
    for (int i = 0; i < 8; i++) {
      answered(FAST);
      assertThat(pace.allowed()).isEqualTo(8);
    }
    answered(FAST);
    assertThat(pace.allowed()).isEqualTo(9);
    for (int i = 0; i < 200; i++) {
      answered(FAST);
    }
    assertThat(pace.allowed()).as("never above the limit").isEqualTo(16);
  }

  @Test
  void allCallsStopUntilTheTimeTheTargetNamed() {
    throttled(Duration.ofSeconds(7));
    assertThat(pace.stopped()).isEqualTo(Duration.ofSeconds(7));
    pass(Duration.ofSeconds(6));
    assertThat(pace.stopped()).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(pace.stopped()).isZero();
  }

  @Test
  void aShorterTimeNamedLaterDoesNotShortenTheStop() {
    throttled(Duration.ofSeconds(7));
    throttled(Duration.ofSeconds(1));
    assertThat(pace.stopped()).isGreaterThan(Duration.ofSeconds(6));
  }

  @Test
  void withoutATimeTheStopDoublesAndAGoodAnswerEndsThat() {
    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      throttled(null);
      assertThat(pace.stopped())
          .isBetween(Duration.ofMillis(seconds * 500), Duration.ofSeconds(seconds));
      pass(Duration.ofMinutes(1));
    }
    answered(FAST);
    throttled(null);
    assertThat(pace.stopped()).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anOverloadedTargetGetsHalfTheCallsAndAStopOnlyIfItNamesATime() {
    pace.overloaded(nanos.get(), null);
    assertThat(pace.allowed()).isEqualTo(8);
    assertThat(pace.stopped()).isZero();
    pass(FAST);
    pace.overloaded(nanos.get(), Duration.ofSeconds(3));
    assertThat(pace.stopped()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void answersThatTakeLongerAndLongerLowerThePace() {
    for (int i = 0; i < 100; i++) {
      answered(Duration.ofMillis(300));
    }
    assertThat(pace.allowed()).isEqualTo(16);
    for (int i = 0; i < 20; i++) {
      answered(Duration.ofSeconds(3));
    }
    assertThat(pace.allowed()).isLessThan(8);
  }

  @Test
  void callsThatAlwaysTakeLongAreNoSignOfTrouble() {
    for (int i = 0; i < 100; i++) {
      answered(Duration.ofSeconds(15));
    }
    assertThat(pace.allowed()).isEqualTo(16);
  }
}
