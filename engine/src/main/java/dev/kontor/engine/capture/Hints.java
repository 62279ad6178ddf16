package dev.kontor.engine.capture;

import dev.kontor.engine.db.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes the polls due that hints ask for. A poll that is made due is the flow's next one, brought
 * forward: it runs in one process, and the pause after it begins anew. Hints that come together are
 * one, and one that comes while its poll runs asks for another.
 */
public final class Hints implements AutoCloseable {

  /** What one posting changes is announced by several requests. */
  private static final Duration TOGETHER = Duration.ofMillis(200);

  /** However often somebody asks, polls are not brought forward oftener. */
  private static final Duration APART = Duration.ofSeconds(5);

  private final DataSource database;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final HintStore store = new HintStore();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("hints").daemon().factory());
  private final Set<String> asked = new TreeSet<>();
  private @Nullable CompletableFuture<Void> next;
  private long earliest;

  public Hints(DataSource database, InstantSource clock, LongSupplier nanoTime) {
    this.database = database;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.earliest = nanoTime.getAsLong();
  }

  /** Name of the recurring task that polls a flow. */
  public static String task(String flow) {
    return "poll " + flow;
  }

  /** Makes tasks due at once, those that run just now excepted. */
  public Set<String> due(Collection<String> tasks) {
    return Transactions.run(database, c -> store.due(c, tasks, clock.instant()));
  }

  /**
   * Has flows polled soon.
   *
   * @return done once their polls are due, whatever becomes of this process
   */
  public CompletableFuture<Void> poll(Collection<String> flows) {
    return ask(flows.stream().map(Hints::task).toList());
  }

  private synchronized CompletableFuture<Void> ask(Collection<String> tasks) {
    if (tasks.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    asked.addAll(tasks);
    CompletableFuture<Void> known = next;
    return known == null ? begin() : known;
  }

  private CompletableFuture<Void> begin() {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    long wait = Math.max(TOGETHER.toNanos(), earliest - nanoTime.getAsLong());
    try {
      var _ = thread.schedule(this::run, wait, TimeUnit.NANOSECONDS);
      next = begun;
    } catch (RejectedExecutionException stopped) {
      begun.completeExceptionally(stopped);
    }
    return begun;
  }

  private void run() {
    Set<String> tasks;
    CompletableFuture<Void> told;
    synchronized (this) {
      tasks = new TreeSet<>(asked);
      told = next == null ? new CompletableFuture<>() : next;
      asked.clear();
      next = null;
      earliest = nanoTime.getAsLong() + APART.toNanos();
    }
    try {
      var _ = ask(due(tasks)).whenComplete((done, failure) -> finish(told, failure));
    } catch (RuntimeException e) {
      told.completeExceptionally(e);
    }
  }

  private static void finish(CompletableFuture<Void> told, @Nullable Throwable failure) {
    if (failure == null) {
      told.complete(null);
    } else {
      told.completeExceptionally(failure);
    }
  }

  @Override
  public synchronized void close() {
    thread.shutdownNow();
    if (next != null) {
      next.completeExceptionally(new RejectedExecutionException("the hub stops"));
    }
  }
}
