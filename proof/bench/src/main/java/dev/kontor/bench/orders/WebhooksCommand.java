package dev.kontor.bench.orders;

import dev.kontor.bench.hub.HubSide;
import dev.kontor.bench.hub.Patience;
import dev.kontor.bench.process.Java;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How fast the doors answer, after a durable commit, while very much waits behind them. */
@Command(
    name = "webhooks",
    mixinStandardHelpOptions = true,
    description = "Accept rate and latency of the doors while many messages wait.")
public final class WebhooksCommand implements Callable<Integer> {

  @Option(names = "--waiting", description = "Messages that wait meanwhile (${DEFAULT-VALUE}).")
  private int waiting = 100_000;

  @Option(names = "--pushes", description = "Pushes as fast as answers come (${DEFAULT-VALUE}).")
  private int pushes = 20_000;

  @Option(names = "--seconds", description = "Length of the run at 500/s (${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Override
  public Integer call() throws IOException {
    Path directory =
        Java.runs().resolve("webhooks-" + Long.toString(ProcessHandle.current().pid()));
    Files.createDirectories(directory);
    try (Field field = new Field(directory);
        HubSide hub =
            HubSide.start(
                directory.resolve("hub"), HubConfiguration.withHeld(field.targetPort()))) {
      fill(field, hub);
      run(field, hub);
    }
    return 0;
  }

  private void fill(Field field, HubSide hub) {
    accepted(field.saturate(hub.door("/held-shop"), 1, waiting));
    new Patience().until(hub.store()::waiting, waiting);
    System.out.printf(Locale.ROOT, "%d messages wait%n", waiting);
  }

  private void run(Field field, HubSide hub) {
    URI door = hub.door();
    int next = waiting + 1;
    accepted(field.saturate(door, next, pushes));
    next += pushes;
    JsonNode saturated = accepted(field.saturate(door, next, pushes));
    next += pushes;
    new Patience().until(hub.store()::finished, 2L * pushes);
    JsonNode paced = accepted(field.pace(door, next, 500 * seconds, 500));
    Window.Latency atOnce = Window.Latency.of(Nanos.of(saturated.path("answered")));
    Window.Latency steady = Window.Latency.of(Nanos.of(paced.path("answered")));
    System.out.printf(
        Locale.ROOT,
        "bench=webhooks waiting=%d per_s=%.0f p50_ms=%.1f p99_ms=%.1f p99_at_500_ms=%.1f%n",
        waiting,
        Nanos.perSecond(saturated),
        atOnce.p50(),
        atOnce.p99(),
        steady.p99());
  }

  private static JsonNode accepted(JsonNode pushed) {
    if (pushed.path("refused").asInt() > 0) {
      throw new IllegalStateException("the hub refused " + pushed.path("refused") + " pushes");
    }
    return pushed;
  }
}
