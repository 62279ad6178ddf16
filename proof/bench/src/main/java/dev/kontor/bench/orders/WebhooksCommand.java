package dev.kontor.bench.orders;

import dev.kontor.bench.hub.HubSide;
import dev.kontor.bench.hub.Patience;
import dev.kontor.bench.process.Java;
import java.io.IOException;
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

  private static final int PACE = 500;

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
      hub.store().demandDurable();
      return run(field, hub);
    }
  }

  private int run(Field field, HubSide hub) {
    int next = waiting + 1;
    saturated(field, hub, next);
    new Patience().until(hub.store()::finished, pushes);
    JsonNode empty = saturated(field, hub, next + pushes);
    new Patience().until(hub.store()::finished, 2L * pushes);
    System.out.printf(
        Locale.ROOT, "webhooks  %.0f accepted/s while nothing waits%n", Nanos.perSecond(empty));
    fill(field, hub);
    JsonNode full = saturated(field, hub, next + 2 * pushes);
    new Patience().until(hub.store()::finished, 3L * pushes);
    int count = PACE * seconds;
    JsonNode paced = accepted(field.pace(hub.door(), next + 3 * pushes, count, PACE));
    new Patience().until(hub.store()::finished, 3L * pushes + count);
    report(empty, full, paced, hub.store().waiting());
    return field.repeated() == 0 && field.arrived() == 3L * pushes + count ? 0 : 1;
  }

  private void fill(Field field, HubSide hub) {
    accepted(field.saturate(hub.door("/held-shop"), 1, waiting));
    new Patience().until(hub.store()::waiting, waiting);
    System.out.printf(Locale.ROOT, "webhooks  %d messages wait%n", waiting);
  }

  private JsonNode saturated(Field field, HubSide hub, int from) {
    return accepted(field.saturate(hub.door(), from, pushes));
  }

  private static void report(JsonNode empty, JsonNode full, JsonNode paced, long waiting) {
    Window.Latency atOnce = Window.Latency.of(Nanos.of(full.path("answered")));
    Window.Latency steady = Window.Latency.of(Nanos.of(paced.path("answered")));
    System.out.printf(
        Locale.ROOT,
        "bench=webhooks waiting=%d accepted_per_s=%.0f p50_ms=%.1f p99_ms=%.1f paced=%d"
            + " paced_p50_ms=%.1f paced_p99_ms=%.1f empty_accepted_per_s=%.0f%n",
        waiting,
        Nanos.perSecond(full),
        atOnce.p50(),
        atOnce.p99(),
        PACE,
        steady.p50(),
        steady.p99(),
        Nanos.perSecond(empty));
  }

  private static JsonNode accepted(JsonNode pushed) {
    if (pushed.path("refused").asInt() > 0) {
      throw new IllegalStateException("the hub refused " + pushed.path("refused") + " pushes");
    }
    return pushed;
  }
}
