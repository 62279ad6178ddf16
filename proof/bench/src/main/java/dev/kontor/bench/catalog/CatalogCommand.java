package dev.kontor.bench.catalog;

import dev.kontor.bench.process.Child;
import dev.kontor.bench.process.Java;
import dev.kontor.bench.process.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How long the hub takes to find few changed documents among very many, and in how much memory. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    description = "Finds the few of very many documents that changed, in bounded memory.")
public final class CatalogCommand implements Callable<Integer> {

  private static final int HUNDREDTH = 100;

  @Option(names = "--items", description = "Documents of the catalogue (${DEFAULT-VALUE}).")
  private int items = 1_000_000;

  @Option(names = "--heap", description = "Most heap of the hub in MiB (${DEFAULT-VALUE}).")
  private int heap = 256;

  @Override
  public Integer call() throws IOException {
    Path directory = Java.runs().resolve("catalog-" + ProcessHandle.current().pid());
    Files.createDirectories(directory);
    List<String> arguments =
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx" + heap + "m",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            Java.hubClassPath(),
            CatalogProcess.class.getName(),
            directory.resolve("home").toString(),
            Integer.toString(items));
    try (Child hub = new Child(directory.resolve("hub.log"), arguments)) {
      hub.line();
      return run(hub);
    }
  }

  private int run(Child hub) {
    JsonNode first = polled(hub, 0);
    JsonNode none = polled(hub, 0);
    JsonNode few = polled(hub, HUNDREDTH);
    int changed = (items + HUNDREDTH - 1) / HUNDREDTH;
    long found = few.path("found").asLong();
    System.out.printf(
        Locale.ROOT,
        "bench=catalog items=%d changed=%d found=%d seconds=%.1f first_seconds=%.1f peak_mb=%d%n",
        items,
        changed,
        found,
        few.path("seconds").asDouble(),
        first.path("seconds").asDouble(),
        Proc.peakMegabytes(hub.pid()));
    boolean right =
        first.path("found").asLong() == items
            && none.path("found").asLong() == 0
            && found == changed;
    return right ? 0 : 1;
  }

  private JsonNode polled(Child hub, int every) {
    JsonNode answer = hub.ask("poll " + every);
    System.out.printf(
        Locale.ROOT,
        "catalog  %d documents read in %.1f s, %d of them new or changed%n",
        answer.path("read").asLong(),
        answer.path("seconds").asDouble(),
        answer.path("found").asLong());
    return answer;
  }
}
