package dev.kontor.engine.desk;

import dev.kontor.engine.budget.Gate;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KeptLimit;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.observe.LastCalls;
import dev.kontor.engine.problem.Problems;
import dev.kontor.engine.reconcile.NightStore;
import dev.kontor.spi.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts the overview together. */
public final class Overviews {

  private static final int LATELY = 5;
  private static final int POINTS = 288;
  private static final long MINUTE = 60;

  /** What the database says at one moment. */
  private record Read(
      Instant at,
      Map<String, OverviewStore.Open> open,
      long groups,
      Map<String, OverviewStore.Done> done,
      Map<String, Long> overdue,
      List<Overview.Paused> paused) {

    long dead() {
      return open.values().stream().mapToLong(OverviewStore.Open::dead).sum();
    }

    /** What is stopped by itself. */
    List<Overview.Paused> single() {
      return paused.stream().filter(p -> p.subject().contains(":")).toList();
    }

    /** Who names no connection or flow stops everything. */
    Overview.@Nullable Stop stop() {
      return paused.stream()
          .filter(p -> !p.subject().contains(":"))
          .map(p -> new Overview.Stop(p.by(), p.since(), p.reason()))
          .findFirst()
          .orElse(null);
    }

    @Nullable String paused(String subject) {
      return paused.stream()
          .filter(p -> p.subject().equals(subject))
          .map(Overview.Paused::reason)
          .findFirst()
          .orElse(null);
    }
  }

  private final DataSource database;
  private final Collection<FlowLine> lines;
  private final Collection<Link> links;
  private final LastCalls calls;
  private final BooleanSupplier inDoubt;
  private final List<String> nightly;
  private final Problems problems;

  Overviews(
      DataSource database,
      Collection<FlowLine> lines,
      Collection<Link> links,
      LastCalls calls,
      BooleanSupplier inDoubt,
      List<String> nightly,
      Problems problems) {
    this.database = database;
    this.lines = lines.stream().sorted(Comparator.comparing(FlowLine::name)).toList();
    this.links = links.stream().sorted(Comparator.comparing(Link::name)).toList();
    this.calls = calls;
    this.inDoubt = inDoubt;
    this.nightly = List.copyOf(nightly);
    this.problems = problems;
  }

  /** What is going on now. */
  public Overview now() {
    return Transactions.run(database, this::read);
  }

  private Overview read(Connection connection) throws SQLException {
    Read read =
        new Read(
            TimeStore.now(connection),
            OverviewStore.open(connection),
            problems.count(connection),
            OverviewStore.done(connection),
            OverviewStore.overdue(connection, slas()),
            OverviewStore.paused(connection));
    return new Overview(
        read.at(),
        inDoubt.getAsBoolean(),
        read.stop(),
        new Overview.Needs(
            read.dead(),
            read.groups(),
            read.single(),
            read.overdue().values().stream().mapToLong(Long::longValue).sum()),
        links.stream().map(link -> connected(link, read)).toList(),
        lines.stream().map(line -> flow(line, read)).toList(),
        NightStore.of(connection, nightly));
  }

  private Map<String, Duration> slas() {
    Map<String, Duration> within = new TreeMap<>();
    for (FlowLine line : lines) {
      Duration sla = line.config().sla();
      if (sla != null) {
        within.put(line.name(), sla);
      }
    }
    return within;
  }

  private static Overview.Flow flow(FlowLine line, Read read) {
    OverviewStore.Open open = read.open().getOrDefault(line.name(), OverviewStore.Open.NOTHING);
    OverviewStore.Done done = read.done().getOrDefault(line.name(), OverviewStore.Done.NOTHING);
    Duration sla = line.config().sla();
    return new Overview.Flow(
        line.name(),
        line.config().kind().name().toLowerCase(Locale.ROOT),
        line.from().name(),
        line.to().name(),
        BigDecimal.valueOf(done.lately())
            .divide(BigDecimal.valueOf(LATELY), 1, RoundingMode.HALF_UP),
        open.waiting(),
        open.oldestSeconds(),
        open.dead(),
        done.last(),
        sla == null ? null : sla.toSeconds(),
        read.overdue().getOrDefault(line.name(), 0L),
        line.config().dryRun(),
        line.config().quiet().until(read.at()).map(ZonedDateTime::toInstant).orElse(null),
        read.paused(WakeKeys.flow(line.name())));
  }

  private Overview.Connected connected(Link link, Read read) {
    return new Overview.Connected(
        link.name(),
        link.config().connector(),
        read.paused(WakeKeys.connection(link.name())),
        calls.begun(link.name()).orElse(null),
        calls.answered(link.name()).orElse(null),
        link.breaker().isOpen(),
        link.limits().all().stream().map(limit -> budget(link, limit)).toList());
  }

  private static Overview.Budget budget(Link link, KeptLimit limit) {
    Gate.Load load = link.http().gate().load();
    long used =
        switch (limit.name()) {
          case Limit.CONCURRENT_REQUESTS -> load.inFlight();
          case Limit.REQUESTS_PER_FIVE_MINUTES -> limit.value() * load.requestsUsedPercent() / 100;
          default -> 0;
        };
    boolean set = link.config().limits().containsKey(limit.name());
    return link.descriptor().limits().stream()
        .filter(fact -> !set && fact.name().equals(limit.name()))
        .findFirst()
        .map(f -> new Overview.Budget(f.name(), used, f.value(), f.source(), f.asOf()))
        .orElseGet(
            () -> new Overview.Budget(limit.name(), used, limit.value(), limit.origin(), null));
  }

  /**
   * What flows did in the hours up to now, in at most 288 steps of whole minutes.
   *
   * @param hours from 1 on, at most what is tallied by the minute
   */
  public Series series(int hours) {
    return Transactions.run(database, c -> series(c, hours));
  }

  private Series series(Connection connection, int hours) throws SQLException {
    long minutes = Math.ceilDiv(hours * MINUTE, POINTS);
    Duration step = Duration.ofMinutes(minutes);
    int points = Math.toIntExact(Math.ceilDiv(hours * MINUTE, minutes));
    Instant from =
        TimeStore.now(connection)
            .truncatedTo(ChronoUnit.MINUTES)
            .minus(step.multipliedBy(points - 1L));
    Map<String, List<OverviewStore.Step>> steps =
        OverviewStore.steps(connection, from, step).stream()
            .collect(
                Collectors.groupingBy(OverviewStore.Step::flow, HashMap::new, Collectors.toList()));
    return new Series(
        step.toSeconds(),
        from,
        lines.stream()
            .map(line -> of(line.name(), points, steps.getOrDefault(line.name(), List.of())))
            .toList());
  }

  private static Series.Flow of(String flow, int points, List<OverviewStore.Step> steps) {
    List<Long> done = new ArrayList<>(Collections.nCopies(points, 0L));
    List<Long> dead = new ArrayList<>(Collections.nCopies(points, 0L));
    for (OverviewStore.Step step : steps) {
      if (step.place() < points) {
        done.set(step.place(), step.written());
        dead.set(step.place(), step.dead());
      }
    }
    return new Series.Flow(flow, done, dead);
  }
}
