package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who gets the next slot of one process, and who waits. */
final class CallSlotsTest {

  private final AtomicInteger allowed = new AtomicInteger(100);
  private final List<CallClass> order = Collections.synchronizedList(new ArrayList<>());
  private final List<CallSlots.Slot> taken = new ArrayList<>();

  private CallSlots slots(int forOrders, int forAll) {
    return new CallSlots(
        SlotPool.own(forOrders),
        SlotPool.own(forAll),
        allowed::get,
        System::nanoTime,
        Parking.THREAD);
  }

  private CallSlots.Slot take(CallSlots slots, CallClass of) throws InterruptedException {
    CallSlots.Slot slot = slots.acquire(of, Await.PATIENCE).orElseThrow();
    taken.add(slot);
    return slot;
  }

  /** A call that waits, and when its turn comes says so and ends. */
  private void queue(CallSlots slots, CallClass of) {
    int before = slots.waiting();
    Thread.ofVirtual()
        .start(
            () -> {
              try (CallSlots.Slot slot = slots.acquire(of, Await.PATIENCE).orElseThrow()) {
                order.add(of);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Await.until("caller waits", Await.PATIENCE, () -> slots.waiting() > before);
  }

  private void awaitAll(int calls) {
    Await.until(() -> order.toString(), Await.PATIENCE, () -> order.size() == calls);
  }

  @Test
  void anOrderPassesWhoeverWaitsLonger() throws InterruptedException {
    CallSlots slots = slots(0, 1);
    CallSlots.Slot busy = take(slots, CallClass.STOCK);
    for (CallClass of :
        new CallClass[] {CallClass.CATALOGUE, CallClass.PRICE, CallClass.STOCK, CallClass.ORDER}) {
      queue(slots, of);
    }
    busy.close();
    awaitAll(4);
    assertThat(order)
        .containsExactly(CallClass.ORDER, CallClass.STOCK, CallClass.PRICE, CallClass.CATALOGUE);
  }

  @Test
  void aCatalogueRunLeavesTheOrdersTheirSlot() throws InterruptedException {
    CallSlots slots = slots(1, 4);
    for (int i = 0; i < 4; i++) {
      take(slots, CallClass.CATALOGUE);
    }
    assertThat(slots.acquire(CallClass.CATALOGUE, Duration.ofMillis(1))).isEmpty();
    assertThat(slots.acquire(CallClass.ORDER, Duration.ofMillis(1))).isPresent();
  }

  @Test
  void anUnbrokenFloodOfOrdersDoesNotKeepALowerClassOut() throws InterruptedException {
    CallSlots slots = slots(0, 1);
    CallSlots.Slot busy = take(slots, CallClass.ORDER);
    queue(slots, CallClass.CATALOGUE);
    for (int i = 0; i < 20; i++) {
      queue(slots, CallClass.ORDER);
    }
    busy.close();
    awaitAll(21);
    assertThat(order.indexOf(CallClass.CATALOGUE)).isBetween(1, 7);
  }

  @Test
  void fewerCallsAreInFlightWhenTheTargetBearsFewer() throws InterruptedException {
    CallSlots slots = slots(1, 4);
    allowed.set(2);
    CallSlots.Slot first = take(slots, CallClass.STOCK);
    assertThat(slots.acquire(CallClass.STOCK, Duration.ofMillis(1)))
        .as("the second is the orders'")
        .isEmpty();
    take(slots, CallClass.ORDER);
    assertThat(slots.acquire(CallClass.ORDER, Duration.ofMillis(1))).isEmpty();
    first.close();
    assertThat(slots.acquire(CallClass.ORDER, Duration.ofMillis(1))).isPresent();
  }

  @Test
  void whereOnlyOneCallIsBorneEveryClassStillGetsIt() throws InterruptedException {
    CallSlots slots = slots(1, 4);
    allowed.set(1);
    assertThat(slots.acquire(CallClass.CATALOGUE, Duration.ofMillis(1))).isPresent();
  }

  @Test
  void whoGaveUpTakesNoSlotAlong() throws InterruptedException {
    CallSlots slots = slots(0, 1);
    CallSlots.Slot busy = take(slots, CallClass.ORDER);
    Optional<CallSlots.Slot> none = slots.acquire(CallClass.ORDER, Duration.ofMillis(1));
    assertThat(none).isEmpty();
    busy.close();
    assertThat(slots.inUse()).isZero();
    assertThat(slots.acquire(CallClass.STOCK, Duration.ofMillis(1))).isPresent();
  }
}
