package dev.kontor.twin.kit;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Requests whose client has already been cut off and which the twin handles later. */
final class LateCommits {
  private final Set<Pending> pending = ConcurrentHashMap.newKeySet();

  void later(Duration wait, Runnable request) {
    Pending entry = new Pending(request, new CompletableFuture<>(), new CountDownLatch(1));
    pending.add(entry);
    Thread.ofVirtual()
        .name("late-commit")
        .start(() -> entry.run(wait, () -> pending.remove(entry)));
  }

  /** Handles all waiting requests now and returns when they are done. */
  void settle() throws InterruptedException {
    for (Pending entry : Set.copyOf(pending)) {
      entry.hurry.complete(true);
      entry.done.await();
    }
  }

  private record Pending(Runnable request, CompletableFuture<Boolean> hurry, CountDownLatch done) {
    void run(Duration wait, Runnable forget) {
      try {
        hurry.completeOnTimeout(false, wait.toMillis(), TimeUnit.MILLISECONDS).join();
        request.run();
      } finally {
        forget.run();
        done.countDown();
      }
    }
  }
}
