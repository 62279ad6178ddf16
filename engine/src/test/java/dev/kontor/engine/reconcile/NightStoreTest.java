package dev.kontor.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One process compares, once for each night, and a night that passed is made up for. */
final class NightStoreTest {

  private static final Instant FIRST = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant SECOND = FIRST.plus(Duration.ofDays(1));
  private static final Instant FOURTH = FIRST.plus(Duration.ofDays(3));

  private final NightBench nights = new NightBench();

  @BeforeEach
  void start() {
    nights.ledger.heartbeat("a", Duration.ofMinutes(1));
    nights.ledger.heartbeat("b", Duration.ofMinutes(1));
    assertThat(nights.claims("a", FIRST)).as("seen for the first time").isFalse();
  }

  @AfterEach
  void close() {
    nights.close();
  }

  @Test
  void eachNightIsForOneProcessWhichTakesItAgainUntilItEnded() {
    assertThat(nights.claims("a", SECOND)).isTrue();
    assertThat(nights.claims("a", SECOND)).isTrue();
    assertThat(nights.claims("b", SECOND)).isFalse();
    nights.ended("a", NightBench.found(1));
    assertThat(nights.claims("a", SECOND)).isFalse();
    assertThat(nights.claims("b", SECOND)).isFalse();
  }

  @Test
  void whatAPersonAsksForIsDueNowOnce() {
    nights.soon();
    assertThat(nights.claims("b", FIRST)).isTrue();
    nights.soon();
    nights.ended("b", NightBench.found(1));
    assertThat(nights.claims("b", FIRST)).as("asked for while one was going on").isFalse();
  }

  @Test
  void nightsThatPassedAreMadeUpForByOne() {
    assertThat(nights.claims("b", FOURTH)).isTrue();
    nights.ended("b", NightBench.found(1));
    assertThat(nights.claims("b", FOURTH)).isFalse();
  }

  @Test
  void theNightOfADeadProcessIsTakenOverAndItsResultDropped() {
    assertThat(nights.claims("a", SECOND)).isTrue();
    nights.ledger.clock.advance(Duration.ofMinutes(2));
    nights.ledger.heartbeat("b", Duration.ofMinutes(1));
    assertThat(nights.claims("b", SECOND)).isTrue();
    nights.ended("a", NightBench.found(7));
    nights.failed("a", Duration.ZERO);
    assertThat(nights.last().ended()).isNull();
    assertThat(nights.last().failure()).isNull();
    nights.ended("b", NightBench.found(8));
    assertThat(nights.last().compared()).isEqualTo(8);
  }

  @Test
  void whatFailedIsTriedAgainInTimeAndSaysWhyUntilThen() {
    assertThat(nights.claims("a", SECOND)).isTrue();
    nights.failed("a", Duration.ofMinutes(15));
    assertThat(nights.last().failure()).isEqualTo("unreachable");
    assertThat(nights.claims("b", SECOND)).isFalse();
    nights.ledger.clock.advance(Duration.ofMinutes(15));
    assertThat(nights.claims("b", SECOND)).isTrue();
    nights.ended("b", NightBench.found(1));
    assertThat(nights.last().failure()).isNull();
  }

  @Test
  void whatWasFoundIsKept() {
    assertThat(nights.claims("a", SECOND)).isTrue();
    nights.ended(
        "a", NightBench.found(9, Cause.CHANGED_THERE, Cause.NEVER_RECEIVED, Cause.CHANGED_THERE));
    nights.ledger.clock.advance(Duration.ofHours(5));
    assertThat(nights.last().compared()).isEqualTo(9);
    assertThat(nights.last().different()).isEqualTo(3);
    assertThat(nights.last().causes()).isEqualTo("never received 1, changed there 2");
    assertThat(nights.last().age()).isGreaterThanOrEqualTo(Duration.ofHours(5));
  }
}
