package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of a call when the requests of five minutes are used up. */
final class GateTest {

  private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

  private Runnable duringWait = () -> {};
  private final AtomicLong nanos = new AtomicLong();
  private final List<Integer> inFlightWhileWaiting = new ArrayList<>();
  private final Pace pace = new Pace(1, nanos::get, RandomGenerator.getDefault());
  private final Gate gate = gate(1_500);

  private Gate gate(long perFiveMinutes) {
    return new Gate(
        new CallSlots(SlotPool.own(0), SlotPool.own(1), () -> 1, nanos::get, this::pass),
        pace,
        new RequestBudget("erp", perFiveMinutes, Buckets.own(nanos::get), nanos::get),
        nanos::get,
        this::pass);
  }

  private void pass(CompletableFuture<?> turn, Duration atMost) {
    if (!turn.isDone()) {
      inFlightWhileWaiting.add(gate.load().inFlight());
      nanos.addAndGet(atMost.toNanos());
      duringWait.run();
      duringWait = () -> {};
    }
  }

  private void call(Gate through) throws InterruptedException {
    through.enter(CallClass.ORDER, LONGEST_CALL).close();
  }

  @Test
  void workOfManyCallsGetsToItsEndAlthoughNoRequestIsLeft() throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      call(gate);
    }
    assertThat(Duration.ofNanos(nanos.get())).isBetween(LONGEST_CALL, Duration.ofMinutes(5));
    assertThat(inFlightWhileWaiting).isNotEmpty().containsOnly(0);
  }

  @Test
  void throughAShortRestACallWaitsAndHoldsNoSlot() throws InterruptedException {
    pace.throttled(nanos.get(), Duration.ofSeconds(5));
    call(gate);
    assertThat(Duration.ofNanos(nanos.get())).isEqualTo(Duration.ofSeconds(5));
    assertThat(inFlightWhileWaiting).containsExactly(0);
  }

  @Test
  void aRestThatBeginsWhileACallWaitsForItsSlotIsKeptToo() throws InterruptedException {
    Gate.Passage first = gate.enter(CallClass.ORDER, LONGEST_CALL);
    duringWait =
        () -> {
          pace.throttled(nanos.get(), Duration.ofSeconds(5));
          first.close();
        };
    call(gate);
    assertThat(Duration.ofNanos(nanos.get())).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    assertThat(gate.stopped()).isZero();
  }

  @Test
  void throughALongRestTheWorkIsPutBack() {
    pace.throttled(nanos.get(), Duration.ofSeconds(30));
    FaultException refused = catchThrowableOfType(FaultException.class, () -> call(gate));
    assertThat(refused.fault()).isEqualTo(new Fault.Throttled(Duration.ofSeconds(30)));
    assertThat(nanos.get()).isZero();
  }

  @Test
  void beyondItsPatienceACallIsToldHowLongToWait() throws InterruptedException {
    Gate narrow = gate(1);
    call(narrow);
    FaultException refused = catchThrowableOfType(FaultException.class, () -> call(narrow));
    assertThat(refused.fault())
        .isInstanceOfSatisfying(
            Fault.Throttled.class, t -> assertThat(t.retryAfter()).isGreaterThan(LONGEST_CALL));
    assertThat(narrow.load().inFlight()).isZero();
  }
}
