package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One probe at a time, and never a breaker that stays open because a probe was forgotten. */
final class BreakerTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Breaker breaker = new Breaker(nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void aClosedBreakerLetsEverythingThrough() {
    assertThat(breaker.ask()).isZero();
    assertThat(breaker.ask()).isZero();
  }

  @Test
  void afterAFailureOneProbeGoesThroughWhenItsTimeHasCome() {
    breaker.failed();
    assertThat(breaker.ask()).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(breaker.ask()).isZero();
    assertThat(breaker.ask()).isPositive();
  }

  @Test
  void successClosesIt() {
    breaker.failed();
    breaker.succeeded();
    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.ask()).isZero();
  }

  @Test
  void anAnswerLetsTheOthersGoBeforeTheProbesWorkIsDone() {
    breaker.failed();
    pass(Duration.ofSeconds(1));
    assertThat(breaker.ask()).isZero();
    assertThat(breaker.ask()).as("beside the probe").isPositive();
    breaker.answered();
    assertThat(breaker.ask()).isZero();
    assertThat(breaker.ask()).isZero();
    assertThat(breaker.isOpen()).as("before anything succeeded").isTrue();
  }

  @Test
  void whoAnswersAndTakesNothingIsCalledMoreAndMoreSeldom() {
    for (long seconds : new long[] {1, 2, 4, 8}) {
      breaker.failed();
      assertThat(breaker.ask()).isEqualTo(Duration.ofSeconds(seconds));
      pass(Duration.ofSeconds(seconds));
      assertThat(breaker.ask()).isZero();
      breaker.answered();
    }
    breaker.succeeded();
    breaker.failed();
    assertThat(breaker.ask()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void waitingDoublesToAMinuteAndNoFurther() {
    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      breaker.failed();
      assertThat(breaker.ask()).isEqualTo(Duration.ofSeconds(seconds));
      pass(Duration.ofSeconds(seconds));
      assertThat(breaker.ask()).isZero();
    }
  }

  @Test
  void aProbeThatMadeNoCallIsGivenToTheNext() {
    breaker.failed();
    pass(Duration.ofSeconds(1));
    assertThat(breaker.ask()).isZero();
    breaker.unused();
    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.ask()).isZero();
  }

  @Test
  void nobodyGivesBackTheProbeOfAnother() throws InterruptedException {
    breaker.failed();
    pass(Duration.ofSeconds(1));
    Thread prober = Thread.ofVirtual().start(breaker::ask);
    prober.join();
    breaker.unused();
    assertThat(breaker.ask()).isPositive();
  }
}
