package dev.kontor.app.observe;

import dev.kontor.engine.Hub;
import dev.kontor.engine.alert.Alerts;
import dev.kontor.engine.budget.Gate;
import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.observe.Figures;
import dev.kontor.engine.observe.Health;
import dev.kontor.engine.reconcile.Night;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures that are looked up when somebody asks: what waits, and how far the budgets are used. */
final class HubGauges {

  /** Counting what waits costs; whoever asks oftener gets the last count. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private record Counted(Figures figures, List<Night> nights, Alerts.Figures alerts) {}

  private final MeterRegistry registry;
  private final Map<String, MultiGauge> gauges = new HashMap<>();
  private final Map<String, List<MultiGauge.Row<?>>> rows = new HashMap<>();
  private Optional<Counted> last = Optional.empty();
  private long readAt;

  HubGauges(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Takes the present figures over. */
  synchronized void look(Hub hub) {
    rows.values().forEach(List::clear);
    counted(hub).ifPresent(this::show);
    hub.links().all().values().forEach(this::show);
    Health health = hub.health();
    set("kontor.database.up", Tags.empty(), health.database() ? 1 : 0);
    set("kontor.lease.held", Tags.empty(), health.lease() ? 1 : 0);
    health.paused().forEach(subject -> set("kontor.paused", Tags.of("subject", subject), 1));
    rows.forEach((name, found) -> gauge(name).register(List.copyOf(found), true));
  }

  private Optional<Counted> counted(Hub hub) {
    if (last.isEmpty() || System.nanoTime() - readAt > KEPT.toNanos()) {
      try {
        last = Optional.of(new Counted(hub.figures(), hub.desk().nights(), hub.alerts().figures()));
        readAt = System.nanoTime();
      } catch (DatabaseException e) {
        last = Optional.empty();
      }
    }
    return last;
  }

  private void show(Counted counted) {
    show(counted.figures());
    counted.nights().forEach(this::show);
    counted
        .alerts()
        .open()
        .forEach((severity, n) -> set("kontor.alerts.open", Tags.of("severity", severity), n));
    counted
        .alerts()
        .unheard()
        .forEach((name, n) -> set("kontor.alerts.unheard", Tags.of("receiver", name), n));
  }

  private void show(Night night) {
    Tags tags = Tags.of("flow", night.flow());
    set("kontor.reconcile.failed", tags, night.failure() == null ? 0 : 1);
    if (night.ended() != null) {
      set("kontor.reconcile.different", tags, night.different());
      set("kontor.reconcile.waiting", tags, night.waiting());
      set("kontor.reconcile.age.seconds", tags, night.age().toSeconds());
    }
  }

  private void show(Figures figures) {
    for (Figures.Open open : figures.open()) {
      Tags tags = Tags.of("flow", open.flow(), "state", open.state());
      set("kontor.messages.open", tags, open.messages());
      set("kontor.messages.oldest.seconds", tags, open.oldest().toSeconds());
    }
    for (Figures.Lanes lanes : figures.lanes()) {
      set("kontor.lanes", Tags.of("flow", lanes.flow(), "state", "waiting"), lanes.waiting());
      set("kontor.lanes", Tags.of("flow", lanes.flow(), "state", "in-work"), lanes.inWork());
      set("kontor.lanes", Tags.of("flow", lanes.flow(), "state", "resting"), lanes.resting());
      set(
          "kontor.lanes.overdue.seconds",
          Tags.of("flow", lanes.flow()),
          lanes.overdue().toSeconds());
    }
    for (Figures.Conflicts conflicts : figures.conflicts()) {
      set(
          "kontor.customer.conflicts",
          Tags.of("shop", conflicts.shop(), "erp", conflicts.erp()),
          conflicts.decided());
    }
    set("kontor.audit.unsealed", Tags.empty(), figures.seal().rows());
    set("kontor.audit.seal.lag.seconds", Tags.empty(), figures.seal().lag().toSeconds());
  }

  private void show(Link link) {
    Tags tags = Tags.of("connection", link.name());
    Gate.Load load = link.http().gate().load();
    set("kontor.calls.in.flight", tags, load.inFlight());
    set("kontor.calls.allowed", tags, load.allowed());
    set("kontor.budget.used.percent", tags, load.requestsUsedPercent());
    set("kontor.stopped.seconds", tags, load.stopped().toSeconds());
    set("kontor.breaker.open", tags, link.breaker().isOpen() ? 1 : 0);
  }

  private void set(String name, Tags tags, long value) {
    rows.computeIfAbsent(name, key -> new ArrayList<>()).add(MultiGauge.Row.of(tags, value));
  }

  private MultiGauge gauge(String name) {
    return gauges.computeIfAbsent(name, key -> MultiGauge.builder(key).register(registry));
  }
}
