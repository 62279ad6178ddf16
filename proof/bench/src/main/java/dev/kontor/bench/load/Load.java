package dev.kontor.bench.load;

import dev.kontor.bench.wire.WireClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Pushes orders over many connections and notes how long each answer took. */
final class Load {

  /**
   * What came of it, in monotonic nanoseconds.
   *
   * @param due when each order was pushed, or should have been
   * @param answered how long after that its answer was there
   * @param refused pushes not answered with a status of success
   */
  record Result(long[] due, long[] answered, int refused) {}

  private final URI door;
  private final Orders orders;
  private final Schedule schedule;
  private final long[] due;
  private final long[] answered;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  Load(URI door, Orders orders, Schedule schedule) {
    this.door = door;
    this.orders = orders;
    this.schedule = schedule;
    this.due = new long[orders.count()];
    this.answered = new long[orders.count()];
  }

  Result run(int connections) {
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      threads.add(Thread.ofPlatform().start(() -> push(start)));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Result(
        due, answered, refused.get() + orders.count() - Math.min(next.get(), orders.count()));
  }

  private void push(long start) {
    try (WireClient client = new WireClient(door)) {
      for (int i = next.getAndIncrement(); i < orders.count(); i = next.getAndIncrement()) {
        due[i] = schedule.due(start, i, System.nanoTime());
        await(due[i]);
        Orders.Push push = orders.get(i);
        if (client.post(push.body(), push.headers()) / 100 != 2) {
          refused.incrementAndGet();
        }
        answered[i] = System.nanoTime() - due[i];
      }
    } catch (IOException e) {
      refused.incrementAndGet();
    }
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
