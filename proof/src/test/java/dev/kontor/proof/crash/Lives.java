package dev.kontor.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Pace;
import dev.kontor.proof.merchant.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * The lives of a hub that is killed again and again, each from its start to its kill. Of four, one
 * ends while the hub may still be starting; the others last until enough orders were finished and a
 * random moment more, two of them until a call is in flight then.
 */
final class Lives {

  private static final Duration STARTING = Duration.ofSeconds(8);
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final HubProcess hub;
  private final Truth truth;
  private final Random random;
  private final int enough;
  private final List<Integer> finished = new ArrayList<>();
  private final List<Integer> open = new ArrayList<>();
  private final List<Long> cut = new ArrayList<>();

  /**
   * @param enough orders that a life which is no start has to finish
   */
  Lives(HubProcess hub, Truth truth, Random random, int enough) {
    this.hub = hub;
    this.truth = truth;
    this.random = random;
    this.enough = enough;
  }

  int kills() {
    return open.size();
  }

  /** Kills that cut off calls. */
  long cutting() {
    return cut.stream().filter(calls -> calls > 0).count();
  }

  /** How many lives were to end in a call. */
  int untilCall() {
    return (kills() + 1) / 2;
  }

  /** Whether the next life may end before the hub is ready. */
  boolean isNextShort() {
    return kills() % 4 == 3;
  }

  /** Lives the next life of the hub, which has been started, to its end by SIGKILL. */
  void next() throws Exception {
    if (isNextShort()) {
      new Pace(random, STARTING).pause();
      kill();
    } else {
      work(kills() % 2 == 0);
    }
    note(truth.living());
  }

  private void note(Map<Boolean, List<String>> orders) {
    int done = orders.getOrDefault(true, List.of()).size();
    finished.add(done - finished.stream().mapToInt(f -> f).sum());
    open.add(orders.getOrDefault(false, List.of()).size());
  }

  private void work(boolean untilCall) throws Exception {
    hub.awaitReady();
    try (LivingLedger ledger = new LivingLedger(hub.home())) {
      long before = ledger.answered();
      await(enough + " more orders finished", () -> ledger.answered() >= before + enough);
      new Pace(random, MOMENT).pause();
      if (untilCall) {
        await("a call in flight", () -> isFrozenInCall(ledger));
      }
      kill();
      cut.add(ledger.callsInFlight());
    }
  }

  /** Frozen, so that the call is in flight at the kill and not just before it. */
  private boolean isFrozenInCall(LivingLedger ledger) {
    if (ledger.callsInFlight() == 0) {
      return false;
    }
    hub.freeze();
    if (ledger.callsInFlight() == 0) {
      hub.thaw();
      return false;
    }
    return true;
  }

  private void await(String what, BooleanSupplier condition) {
    Await.until(
        what, Await.PATIENCE, () -> condition.getAsBoolean() || !hub.isAlive(), hub::lastWords);
  }

  private void kill() throws InterruptedException {
    assertThat(hub.isAlive()).as(() -> "hub before its kill:\n" + hub.lastWords()).isTrue();
    hub.kill();
  }

  @Override
  public String toString() {
    return "%d kills, %d of them with calls in flight; orders finished in each life %s, open at each kill %s, calls in flight %s"
        .formatted(kills(), cutting(), finished, open, cut);
  }
}
