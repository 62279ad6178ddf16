package dev.kontor.bench.resync;

import dev.kontor.bench.twins.Twin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How many calls a simulated system gets in any time, as it counts them itself. */
final class CallRate implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(500);

  private record Seen(long nanos, long total) {}

  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
  private final Deque<Seen> seen = new ArrayDeque<>();

  CallRate(Twin system) {
    var _ =
        looking.scheduleAtFixedRate(
            () -> look(System.nanoTime(), system.counted().requests()),
            0,
            EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private synchronized void look(long nanos, long total) {
    seen.addLast(new Seen(nanos, total));
  }

  /** Calls of that stretch of time that had most, wherever it begins. */
  synchronized long most(Duration stretch) {
    long most = 0;
    Deque<Seen> within = new ArrayDeque<>();
    for (Seen now : seen) {
      within.addLast(now);
      while (now.nanos() - within.getFirst().nanos() > stretch.toNanos()) {
        within.removeFirst();
      }
      most = Math.max(most, now.total() - within.getFirst().total());
    }
    return most;
  }

  synchronized long total() {
    return seen.isEmpty() ? 0 : seen.getLast().total();
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
