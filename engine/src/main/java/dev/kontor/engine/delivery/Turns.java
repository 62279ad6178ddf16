package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Makes batches of what waits. Of one kind of work only a few batches have their turn at a time;
 * what comes meanwhile goes together when the next turn is free, and nothing waits to fill a batch.
 *
 * @param <K> kinds of work
 * @param <T> pieces of work
 */
final class Turns<K, T> {

  /** What waits of one kind. */
  private static final class Line<T> {
    private final List<T> waiting = new ArrayList<>();
    private int turns;
  }

  private final Executor threads;
  private final Function<K, Batching> batching;
  private final BiConsumer<K, List<T>> work;
  private final Map<K, Line<T>> lines = new HashMap<>();

  /**
   * @param batching asked anew for each batch
   * @param work does a batch; must not throw
   */
  Turns(Executor threads, Function<K, Batching> batching, BiConsumer<K, List<T>> work) {
    this.threads = threads;
    this.batching = batching;
    this.work = work;
  }

  synchronized void add(K kind, List<T> more) {
    lines.computeIfAbsent(kind, k -> new Line<>()).waiting.addAll(more);
    begin(kind);
  }

  private synchronized void begin(K kind) {
    Line<T> line = lines.get(kind);
    if (line != null && batching.apply(kind).begins(line.turns, line.waiting.size())) {
      threads.execute(() -> run(kind));
      line.turns++;
    }
  }

  private void run(K kind) {
    Turn turn = new Turn(() -> over(kind));
    try {
      List<T> batch = take(kind);
      if (batch.isEmpty()) {
        return;
      }
      if (batching.apply(kind).letsGo()) {
        ScopedValue.where(Turn.CURRENT, turn).run(() -> work.accept(kind, batch));
      } else {
        work.accept(kind, batch);
      }
    } finally {
      turn.end();
    }
  }

  private synchronized List<T> take(K kind) {
    Line<T> line = lines.get(kind);
    if (line == null) {
      return List.of();
    }
    List<T> first =
        line.waiting.subList(0, Math.min(batching.apply(kind).batch(), line.waiting.size()));
    List<T> batch = List.copyOf(first);
    first.clear();
    return batch;
  }

  private synchronized void over(K kind) {
    Line<T> line = lines.get(kind);
    if (line != null) {
      line.turns--;
      if (line.turns == 0 && line.waiting.isEmpty()) {
        lines.remove(kind);
      }
    }
    try {
      begin(kind);
    } catch (RejectedExecutionException closed) {
      // The process stops; its lanes are given back as a whole.
    }
  }
}
