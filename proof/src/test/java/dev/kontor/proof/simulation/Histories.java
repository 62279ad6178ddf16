package dev.kontor.proof.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/** Many histories, on as many databases at once as there are processors. */
final class Histories {

  private final Path home;
  private final BiFunction<Laboratory, Long, History> kind;
  private final AtomicLong next;
  private final long end;
  private final Tally tally = new Tally();
  private Duration servers = Duration.ZERO;
  private final SortedMap<Long, History.Result> bad = new ConcurrentSkipListMap<>();

  /**
   * @param home empty directory, made if it is missing
   * @param first seed
   * @param kind of history by laboratory and seed
   */
  Histories(Path home, long first, int count, BiFunction<Laboratory, Long, History> kind) {
    this.home = home;
    this.kind = kind;
    this.next = new AtomicLong(first);
    this.end = first + count;
  }

  /** Those that do not end in the truth, by seed. */
  SortedMap<Long, History.Result> run() throws InterruptedException {
    long left = end - next.get();
    int at = (int) Math.min(left, Runtime.getRuntime().availableProcessors());
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, at))) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < at; i++) {
        Path directory = home.resolve("laboratory-" + i);
        running.add(threads.submit(() -> inOneLaboratory(directory)));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return bad;
  }

  /** What happened in all of them. */
  Tally tally() {
    return tally;
  }

  /** Processor time of the database servers. */
  Duration servers() {
    return servers;
  }

  private synchronized void add(Tally more) {
    tally.add(more);
  }

  private synchronized void add(Duration used) {
    servers = servers.plus(used);
  }

  private static History.Result played(long seed, History history) {
    try {
      return history.run();
    } catch (RuntimeException e) {
      throw new IllegalStateException("seed " + seed + " did not come to its end", e);
    }
  }

  private void inOneLaboratory(Path directory) {
    try (OwnServer server = new OwnServer();
        Laboratory laboratory =
            new Laboratory(Files.createDirectories(directory), server.database())) {
      for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
        History history = kind.apply(laboratory, seed);
        History.Result result = played(seed, history);
        add(history.tally());
        if (!result.violations().isEmpty()) {
          bad.put(seed, result);
        }
      }
      add(server.used());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
