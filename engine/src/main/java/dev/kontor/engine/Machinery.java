package dev.kontor.engine;

import dev.kontor.engine.delivery.Calls;
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
 * @param calls how the calls of one piece of work are made
 */
public record Machinery(
    InstantSource clock,
    LongSupplier nanoTime,
    RandomGenerator random,
    Supplier<ExecutorService> threads,
    Calls calls) {

  /** As the other, with calls made one after the other, so that they come in a known order. */
  public Machinery(
      InstantSource clock,
      LongSupplier nanoTime,
      RandomGenerator random,
      Supplier<ExecutorService> threads) {
    this(clock, nanoTime, random, threads, Calls.IN_TURN);
  }

  /** This machine's clocks and one virtual thread per task. */
  public static Machinery system() {
    return new Machinery(
        InstantSource.system(),
        System::nanoTime,
        RandomGenerator.getDefault(),
        Executors::newVirtualThreadPerTaskExecutor,
        Calls.sideBySide(call -> Thread.ofVirtual().start(call)));
  }
}
