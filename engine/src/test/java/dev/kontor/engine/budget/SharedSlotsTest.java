package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.DatabaseClock;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.NodeLease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several processes on one database never have more calls in flight together than allowed. */
final class SharedSlotsTest {

  private static final Duration LEASE = Duration.ofSeconds(10);

  /** Long enough to ask the others once more. */
  private static final Duration SOON = Duration.ofMillis(300);

  private static Database database;
  private static DatabaseClock clock;
  private static final AtomicInteger POOLS = new AtomicInteger();

  private final String pool = "pool" + POOLS.incrementAndGet();

  @BeforeAll
  static void open() {
    database = Database.forTests();
    clock = new DatabaseClock(database.general());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** A hub process, as far as slots go. */
  private final class Node {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final NodeLease lease =
        new NodeLease(database.general(), new LaneStore(), LEASE, nanos::get);
    private final SharedSlots shared;
    private final CallSlots slots;

    Node(int size) {
      shared = new SharedSlots(database.general(), pool, size, lease::current);
      slots =
          new CallSlots(
              SlotPool.own(0), counted(shared), () -> 100, System::nanoTime, Parking.THREAD);
      lease.renew();
    }

    private SlotPool counted(SlotPool inner) {
      return new SlotPool() {
        @Override
        public int size() {
          return inner.size();
        }

        @Override
        public Grant settle(int inUse, int wants) {
          asked.incrementAndGet();
          return inner.settle(inUse, wants);
        }
      };
    }

    List<CallSlots.Slot> take(int calls) throws InterruptedException {
      List<CallSlots.Slot> taken = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        taken.add(slots.acquire(CallClass.ORDER, Await.PATIENCE).orElseThrow());
      }
      return taken;
    }

    boolean getsOne() throws InterruptedException {
      return slots.acquire(CallClass.ORDER, SOON).isPresent();
    }

    /** Time passes for the process and for the database. */
    void sleepThrough(Duration time) {
      nanos.addAndGet(time.toNanos());
      clock.advance(time);
    }
  }

  @Test
  void whatOneProcessUsesTheOtherDoesNotGet() throws InterruptedException {
    Node first = new Node(5);
    Node second = new Node(5);
    List<CallSlots.Slot> used = first.take(5);
    assertThat(second.getsOne()).isFalse();
    used.forEach(CallSlots.Slot::close);
    first.slots.agree();
    first.slots.agree();
    assertThat(second.take(1)).hasSize(1);
  }

  @Test
  void aBusyProcessYieldsUntilBothHaveTheirShare() throws InterruptedException {
    Node first = new Node(4);
    Node second = new Node(4);
    List<CallSlots.Slot> used = first.take(4);
    Thread waiting = Thread.ofVirtual().start(() -> quietly(() -> second.take(2)));
    Await.until("second asks", Await.PATIENCE, () -> second.asked.get() > 0);
    first.slots.agree();
    used.removeLast().close();
    used.removeLast().close();
    Await.until(
        "second has its half",
        Await.PATIENCE,
        () -> {
          first.slots.agree();
          return !waiting.isAlive();
        });
    assertThat(first.getsOne()).as("more than its half").isFalse();
  }

  @Test
  void theSlotsOfADeadProcessAreFreeAfterItsLease() throws InterruptedException {
    Node dead = new Node(3);
    dead.take(3);
    Node next = new Node(3);
    assertThat(next.getsOne()).isFalse();
    next.sleepThrough(LEASE.dividedBy(2));
    next.lease.renew();
    next.sleepThrough(LEASE.dividedBy(2));
    assertThat(next.take(1)).hasSize(1);
  }

  @Test
  void aProcessPausedBeyondItsLeaseHasNoSlotWhenItWakes() throws InterruptedException {
    Node paused = new Node(3);
    CallSlots.Slot begun = paused.take(1).getFirst();
    assertThat(begun.isValid()).isTrue();
    paused.sleepThrough(LEASE);
    assertThat(begun.isValid()).isFalse();
    begun.close();
    assertThat(paused.getsOne()).isFalse();
    paused.lease.renew();
    assertThat(begun.isValid()).as("under the new name").isFalse();
    assertThat(paused.take(1)).hasSize(1);
  }

  @Test
  void aBusyProcessAloneAsksHardlyEver() throws InterruptedException {
    Node alone = new Node(5);
    for (int i = 0; i < 1_000; i++) {
      alone.take(3).forEach(CallSlots.Slot::close);
    }
    assertThat(alone.asked.get()).isLessThan(10);
  }

  @Test
  void withoutTheDatabaseNoCallBegins() throws InterruptedException {
    CallSlots cut =
        new CallSlots(
            SlotPool.own(0),
            new SharedSlots(new Unreachable(), pool, 5, new Node(5).lease::current),
            () -> 5,
            System::nanoTime,
            Parking.THREAD);
    assertThat(cut.acquire(CallClass.ORDER, SOON)).isEmpty();
  }

  @Test
  void manyProcessesUnderLoadNeverExceedTheLimitAndEachGetsOn() {
    int size = 3;
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    List<AtomicInteger> done = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      Node process = new Node(size);
      nodes.add(process);
      AtomicInteger calls = new AtomicInteger();
      done.add(calls);
      for (int t = 0; t < 4; t++) {
        threads.add(
            Thread.ofVirtual()
                .start(() -> quietly(() -> work(process, 25, calls, inFlight, most))));
      }
    }
    Await.until(
        () -> "done " + done,
        Await.PATIENCE,
        () -> {
          nodes.forEach(n -> n.slots.agree());
          return threads.stream().noneMatch(Thread::isAlive);
        });
    assertThat(done).allSatisfy(calls -> assertThat(calls.get()).isEqualTo(100));
    assertThat(most.get()).isBetween(2, size);
  }

  private static void work(
      Node process, int times, AtomicInteger calls, AtomicInteger inFlight, AtomicInteger most)
      throws InterruptedException {
    for (int i = 0; i < times; i++) {
      try (CallSlots.Slot slot = process.take(1).getFirst()) {
        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        LockSupport.parkNanos(200_000);
        calls.incrementAndGet();
        inFlight.decrementAndGet();
      }
    }
  }

  private interface Interruptible {
    void run() throws InterruptedException;
  }

  private static void quietly(Interruptible work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
