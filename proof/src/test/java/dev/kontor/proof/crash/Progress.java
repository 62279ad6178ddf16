package dev.kontor.proof.crash;

import dev.kontor.proof.merchant.Figures;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Says every ten seconds how far a long proof has come. */
final class Progress implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final long began = System.nanoTime();
  private final Thread teller;

  Progress(Supplier<String> state) {
    teller = Thread.ofVirtual().start(() -> tell(state));
  }

  private void tell(Supplier<String> state) {
    LockSupport.parkNanos(EVERY.toNanos());
    while (!Thread.currentThread().isInterrupted()) {
      Figures.progress(seconds() + " s: " + state.get());
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  long seconds() {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }

  @Override
  public void close() {
    teller.interrupt();
  }
}
