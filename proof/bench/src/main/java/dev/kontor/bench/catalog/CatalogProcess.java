package dev.kontor.bench.catalog;

import dev.kontor.bench.process.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The hub that looks for changes, in a process of its own. Answers {@code poll EVERY}, after every
 * so-manieth document changed (0: none), with the seconds it took and what was found, and says
 * before now and then how many were read.
 *
 * <p>Arguments: home directory, number of documents.
 */
public final class CatalogProcess {

  private CatalogProcess() {}

  public static void main(String[] arguments) throws IOException {
    Items items = new Items(Integer.parseInt(arguments[1]));
    try (CatalogHub hub = new CatalogHub(Path.of(arguments[0]), items)) {
      hub.store().demandDurable();
      Commands.say("ready");
      Commands.serve(words -> poll(hub, items, Integer.parseInt(words[1])));
    }
  }

  private static Map<String, Object> poll(CatalogHub hub, Items items, int every) {
    items.change(every);
    long before = hub.store().messages();
    long started = System.nanoTime();
    try (ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> saying =
          progress.scheduleAtFixedRate(
              () -> Commands.say("catalog  %d documents read".formatted(items.read())),
              10,
              10,
              TimeUnit.SECONDS);
      hub.poll();
      saying.cancel(false);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return Map.of(
        "seconds", seconds, "read", items.read(), "found", hub.store().messages() - before);
  }
}
