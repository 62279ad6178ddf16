package dev.kontor.bench.orders;

import dev.kontor.bench.hub.HubSide;
import dev.kontor.bench.hub.Side;
import dev.kontor.bench.process.Java;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One round: both sides fresh, warmed up alike, then window by window in turn. */
final class OrdersRound {

  private static final int WINDOWS = 4;
  private static final int CALM = 50;
  private static final int BUSY = 500;

  private final int warmUp;
  private final int orders;
  private final int seconds;
  private final Report report;

  OrdersRound(int warmUp, int orders, int seconds, Report report) {
    this.warmUp = warmUp;
    this.orders = orders;
    this.seconds = seconds;
    this.report = report;
  }

  Round run(int round) throws IOException {
    Path directory =
        Java.runs().resolve(Long.toString(ProcessHandle.current().pid()) + "-" + round);
    Files.createDirectories(directory);
    try (Field field = new Field(directory);
        HubSide hub =
            HubSide.start(directory.resolve("hub"), HubConfiguration.yaml(field.targetPort()));
        CamelSide camel = CamelSide.start(directory.resolve("camel"), field.targetPort())) {
      return run(field, hub, camel);
    }
  }

  private Round run(Field field, HubSide hub, CamelSide camel) {
    hub.store().demandDurable();
    Measure measure = new Measure(field);
    int next = warmUp(field, measure, hub, camel);
    List<Window> kontor = new ArrayList<>();
    List<Window> other = new ArrayList<>();
    for (int window = 1; window <= WINDOWS; window++) {
      long commits = hub.store().commits();
      kontor.add(measure.saturated(hub, hub.door(), next, orders));
      commits = hub.store().commits() - commits;
      other.add(measure.saturated(camel, camel.door(), next, orders));
      next += orders;
      report.window(window, kontor.getLast(), other.getLast(), (double) commits / orders);
    }
    double bare = bare(field, next);
    report.bare(bare);
    double paced = paced(measure, hub, camel, next);
    next += seconds * (CALM + BUSY);
    report.batched(measure.saturated(hub, hub.door("/batch-shop"), next, orders), field.posts());
    report.memory(hub.peakMegabytes(), hub.databaseMegabytes(), camel.peakMegabytes());
    return new Round(kontor, other, bare, paced);
  }

  /** Also proves that both make the same documents of the same orders. */
  private int warmUp(Field field, Measure measure, Side hub, Side camel) {
    int kept = 20;
    measure.saturated(hub, hub.door(), 1, kept);
    Set<JsonNode> made = field.kept();
    measure.saturated(camel, camel.door(), 1, kept);
    if (!made.equals(field.kept())) {
      throw new IllegalStateException("the sides map differently:\n" + made + "\n" + field.kept());
    }
    measure.saturated(hub, hub.door(), 1 + kept, warmUp - kept);
    measure.saturated(camel, camel.door(), 1 + kept, warmUp - kept);
    return warmUp + 1;
  }

  private double bare(Field field, int from) {
    URI target = field.bare();
    field.saturate(target, from, orders);
    JsonNode pushed = field.saturate(target, from, orders);
    return Nanos.perSecond(pushed);
  }

  private double paced(Measure measure, HubSide hub, Side camel, int from) {
    Window calm = measure.paced(hub, from, CALM * seconds, CALM);
    double p99 = Nanos.percentileMillis(hub.store().untilStored(from, calm.due()), 99);
    report.paced(CALM, calm, measure.paced(camel, from, CALM * seconds, CALM), p99);
    int busy = from + CALM * seconds;
    report.paced(
        BUSY,
        measure.paced(hub, busy, BUSY * seconds, BUSY),
        measure.paced(camel, busy, BUSY * seconds, BUSY),
        0);
    return p99;
  }
}
