package dev.kontor.engine;

import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.budget.NodePermit;
import dev.kontor.engine.budget.Parking;
import dev.kontor.engine.delivery.Calls;
import dev.kontor.engine.http.BlockingClient;
import dev.kontor.engine.http.Transport;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.NodeLease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * What a hub process runs on. A simulation hands in machinery of its own and so decides what
 * happens when.
 *
 * @param clock the process's clock, which decides nothing that the database's clock decides
 * @param nanoTime monotonic time, against which the process judges its own lease and breakers
 * @param random spreads retries
 * @param threads makes the executor that the hub's work on lanes runs on; the hub closes it
 * @param calls how the calls of one piece of work are made
 * @param network makes the way to all connected systems; the hub closes it
 * @param parking how calls wait for their turn
 * @param names of processes, never the same twice
 */
public record Machinery(
    InstantSource clock,
    LongSupplier nanoTime,
    RandomGenerator random,
    Supplier<ExecutorService> threads,
    Calls calls,
    Supplier<Transport> network,
    Parking parking,
    Supplier<UUID> names) {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** This machine's clocks and one virtual thread per task. */
  public static Machinery system() {
    return new Machinery(
        InstantSource.system(),
        System::nanoTime,
        RandomGenerator.getDefault(),
        Executors::newVirtualThreadPerTaskExecutor,
        Calls.sideBySide(call -> Thread.ofVirtual().start(call)),
        () -> new BlockingClient(CONNECT),
        Parking.THREAD,
        UUID::randomUUID);
  }

  NodeLease lease(DataSource database, LaneStore lanes, Duration lease) {
    return new NodeLease(database, lanes, lease, nanoTime, names);
  }

  /** What the connected systems may be asked for, agreed on in that database. */
  Budgets budgets(DataSource database, Supplier<? extends NodePermit> node) {
    return Budgets.shared(database, node, nanoTime, random, parking);
  }
}
