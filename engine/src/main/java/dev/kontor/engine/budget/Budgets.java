package dev.kontor.engine.budget;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What each connected system may be asked for, by all processes of the installation together. */
public final class Budgets implements AutoCloseable {

  private static final Duration AGREE_EVERY = Duration.ofMillis(500);

  /** Makes the pools of slots. */
  @FunctionalInterface
  private interface Pools {
    SlotPool of(String name, int size);
  }

  private final Buckets buckets;
  private final Pools pools;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private final Parking parking;
  private final List<Gate> gates = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("budgets").factory());

  private @Nullable ScheduledFuture<?> agreeing;

  private Budgets(
      Buckets buckets,
      Pools pools,
      LongSupplier nanoTime,
      RandomGenerator random,
      Parking parking) {
    this.buckets = buckets;
    this.pools = pools;
    this.nanoTime = nanoTime;
    this.random = random;
    this.parking = parking;
  }

  /** For a process that shares with nobody, such as a check before the hub runs. */
  public static Budgets alone() {
    LongSupplier nanoTime = System::nanoTime;
    return new Budgets(
        Buckets.own(nanoTime),
        (name, size) -> SlotPool.own(size),
        nanoTime,
        RandomGenerator.getDefault(),
        Parking.THREAD);
  }

  /**
   * For the processes of an installation.
   *
   * @param node this process's lease, without which no call begins
   * @param nanoTime monotonic clock
   */
  public static Budgets shared(
      DataSource database,
      Supplier<? extends NodePermit> node,
      LongSupplier nanoTime,
      RandomGenerator random,
      Parking parking) {
    return new Budgets(
        Buckets.shared(database),
        (name, size) -> new SharedSlots(database, name, size, node),
        nanoTime,
        random,
        parking);
  }

  /**
   * The gate all calls of a connection pass.
   *
   * @param concurrent most calls in flight, at least 1
   * @param perFiveMinutes most requests in five minutes; 0 for no limit
   */
  public Gate gate(String connection, int concurrent, long perFiveMinutes) {
    int reserved = CallSlots.reserved(concurrent);
    Pace pace = new Pace(concurrent, nanoTime, random);
    CallSlots slots =
        new CallSlots(
            pools.of(connection + "/orders", reserved),
            pools.of(connection + "/all", concurrent - reserved),
            pace::allowed,
            nanoTime,
            parking);
    RequestBudget requests =
        perFiveMinutes == 0
            ? null
            : new RequestBudget(connection, perFiveMinutes, buckets, nanoTime);
    Gate gate = new Gate(slots, pace, requests, nanoTime, parking);
    gates.add(gate);
    return gate;
  }

  /** Begins to share slots out as needs change. */
  public void start() {
    agreeing =
        timer.scheduleWithFixedDelay(
            this::agree, AGREE_EVERY.toMillis(), AGREE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks for slots that are wanted and gives back those that are not. */
  public void agree() {
    gates.forEach(Gate::agree);
  }

  @Override
  public void close() {
    if (agreeing != null) {
      agreeing.cancel(true);
    }
    timer.shutdownNow();
  }
}
