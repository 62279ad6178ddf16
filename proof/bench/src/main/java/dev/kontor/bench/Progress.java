package dev.kontor.bench;

import java.io.PrintStream;
import java.time.Duration;

/** Says now and then how far a benchmark is. */
public final class Progress {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final PrintStream out;
  private final String what;
  private long said = System.nanoTime();

  /**
   * @param what is counted
   */
  public Progress(PrintStream out, String what) {
    this.out = out;
    this.what = what;
  }

  public void at(long now, long of) {
    if (System.nanoTime() - said >= EVERY.toNanos()) {
      said = System.nanoTime();
      out.printf("%s %d of %d%n", what, now, of);
    }
  }
}
