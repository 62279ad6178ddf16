package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.ledger.MessageState;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Each fault has one reaction. */
final class ReactionTest {

  private static final Duration AGE = Duration.ofDays(1);
  private static final Fault MISSING = new Fault.Missing(EntityType.PRODUCT, "A1", "no item A1");

  private final RandomGenerator random = new Random(7);
  private final Reaction reaction = new Reaction(BackOff.STANDARD, random);

  private MessageState to(Fault fault, int attempts, Duration waited) {
    return reaction.to(fault, attempts, waited, AGE, "erp", "orders");
  }

  private MessageState to(Fault fault) {
    return to(fault, 0, Duration.ZERO);
  }

  @Test
  void whatAPersonMustSetRightPausesTheConnection() {
    for (Fault fault :
        new Fault[] {new Fault.Misconfigured("url", "is wrong"), new Fault.SignInRefused("no")}) {
      assertThat(to(fault))
          .isInstanceOfSatisfying(
              MessageState.Waiting.class, w -> assertThat(w.wakeKey()).isEqualTo("connection:erp"));
    }
  }

  @Test
  void aMissingRightPausesOnlyTheFlow() {
    assertThat(to(new Fault.Forbidden("items", "no right")))
        .isInstanceOfSatisfying(
            MessageState.Waiting.class, w -> assertThat(w.wakeKey()).isEqualTo("flow:orders"));
  }

  @Test
  void whatNoTimeHealsIsDeadAtOnce() {
    assertThat(to(new Fault.Invalid("city", "is too long", "X1")))
        .isEqualTo(new MessageState.Dead("city: is too long", "Invalid"));
    assertThat(to(new Fault.Unsupported("no")))
        .isEqualTo(new MessageState.Dead("no", "Unsupported"));
    assertThat(to(new Fault.Ambiguous("two"))).isEqualTo(new MessageState.Dead("two", "Ambiguous"));
  }

  @Test
  void aMissingReferenceWaitsForItsKeyUntilItIsTooOld() {
    assertThat(to(MISSING, 50, AGE))
        .isEqualTo(
            new MessageState.Waiting(
                "no item A1", "Missing", "erp|product|A1", Duration.ofMinutes(1)));
    assertThat(to(MISSING, 0, AGE.plusMillis(1))).isInstanceOf(MessageState.Dead.class);
  }

  @Test
  void aConflictUsesAttemptsAndEndsDead() {
    assertThat(to(new Fault.Conflict("changed"), 10, Duration.ZERO))
        .isInstanceOfSatisfying(
            MessageState.Retrying.class, r -> assertThat(r.countsAsAttempt()).isTrue());
    assertThat(to(new Fault.Conflict("changed"), 11, Duration.ZERO))
        .isEqualTo(new MessageState.Dead("changed (12 attempts)", "Conflict"));
  }

  @Test
  void theTargetsTroubleUsesNoAttemptHoweverLongItLasts() {
    for (Fault fault :
        new Fault[] {
          new Fault.Throttled(null), new Fault.Unavailable("down"), new Fault.OutcomeUnknown("?")
        }) {
      assertThat(to(fault, 1_000, Duration.ofDays(30)))
          .isInstanceOfSatisfying(
              MessageState.Retrying.class, r -> assertThat(r.countsAsAttempt()).isFalse());
    }
  }

  @Test
  void aThrottledCallWaitsAsLongAsTheTargetAsked() {
    assertThat(to(new Fault.Throttled(Duration.ofSeconds(17))).delay())
        .isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void backOffDoublesUpToItsCapWithJitter() {
    BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60), 9);
    long[] whole = {1, 2, 4, 8, 16, 32, 60, 60};
    for (int failures = 1; failures <= whole.length; failures++) {
      for (int i = 0; i < 100; i++) {
        long most = whole[failures - 1] * 1_000;
        assertThat(backOff.after(failures, random).toMillis()).isBetween(most / 2, most);
      }
    }
    assertThat(backOff.after(1_000_000, random)).isLessThanOrEqualTo(Duration.ofSeconds(60));
  }
}
