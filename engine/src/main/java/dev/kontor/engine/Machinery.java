package dev.kontor.engine;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a hub process runs on. A simulation hands in machinery of its own and so decides what
 * happens when.
 *
 * @param clock the process's clock, which decides nothing that the database's clock decides
 * @param nanoTime monotonic time, against which the process judges its own lease and breakers
 * @param random spreads retries
 * @param threads makes the executor that the hub's work on lanes runs on; the hub closes it
 */
public record Machinery(
    InstantSource clock,
    LongSupplier nanoTime,
    RandomGenerator random,
    Supplier<ExecutorService> threads) {

  /** This machine's clocks and one virtual thread per task. */
  public static Machinery system() {
    return new Machinery(
        InstantSource.system(),
        System::nanoTime,
        RandomGenerator.getDefault(),
        Executors::newVirtualThreadPerTaskExecutor);
  }
}
