package dev.kontor.engine;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.engine.config.DailyTime;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.reconcile.NightStore;
import dev.kontor.engine.reconcile.Report;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares both ends of a flow once a night, in one process; a night that passed while no hub ran
 * is made up for. Its calls are the least urgent of all. Nothing is mended by itself.
 */
final class Nights {

  private static final Logger LOG = LoggerFactory.getLogger(Nights.class);
  private static final Duration AGAIN = Duration.ofMinutes(15);
  private static final Duration NEXT_NIGHT = Duration.ofDays(1);

  /** The hub stops while it compares. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final DataSource database;
  private final Comparisons comparisons;
  private final Map<String, FlowLine> all;
  private final List<FlowLine> lines;
  private final Pauses pauses;
  private final NodeLease lease;
  private final Polling polling;
  private final NightStore store = new NightStore();
  private volatile boolean closed;

  Nights(
      DataSource database,
      Comparisons comparisons,
      Map<String, FlowLine> lines,
      Pauses pauses,
      NodeLease lease,
      Polling polling) {
    this.database = database;
    this.comparisons = comparisons;
    this.all = lines;
    this.lines =
        comparisons.flows().stream()
            .flatMap(flow -> Stream.ofNullable(lines.get(flow.name())))
            .toList();
    this.pauses = pauses;
    this.lease = lease;
    this.polling = polling;
  }

  /** Names of the flows that are compared by night. */
  List<String> flows() {
    return lines.stream()
        .filter(line -> line.config().reconcile() != null)
        .map(FlowLine::name)
        .toList();
  }

  /** Compares what is due. */
  void run() {
    for (FlowLine line : lines) {
      DailyTime time = line.config().reconcile();
      if (time != null && !closed && !isStopped(line)) {
        run(line, time);
      }
    }
  }

  private boolean isStopped(FlowLine line) {
    return Stream.of(
                WakeKeys.flow(line.name()),
                WakeKeys.connection(line.from().name()),
                WakeKeys.connection(line.to().name()))
            .anyMatch(subject -> pauses.reason(subject).isPresent())
        || line.from().breaker().isOpen()
        || line.to().breaker().isOpen();
  }

  private void run(FlowLine line, DailyTime time) {
    String node = lease.current().node();
    boolean mine =
        Transactions.run(
            database,
            c -> {
              Instant night = time.last(TimeStore.now(c));
              return store.claim(c, line.name(), night, node);
            });
    if (mine) {
      compare(line, node);
    }
  }

  /** That of the flow which reads what the line is about. */
  private FlowLine source(FlowLine line) {
    return all.getOrDefault(comparisons.source(line.config()).name(), line);
  }

  private void compare(FlowLine line, String node) {
    Optional<String> obstacle = comparisons.obstacle(line.config());
    if (obstacle.isPresent()) {
      failed(line, node, obstacle.get(), NEXT_NIGHT);
      return;
    }
    try {
      Report found =
          ScopedValue.where(CallClass.CURRENT, CallClass.CATALOGUE)
              .call(
                  () ->
                      comparisons.compare(
                          line.config(), () -> polling.poll(source(line)), n -> goOn()));
      ended(line, node, found);
    } catch (FaultException e) {
      failed(line, node, e.fault().message(), AGAIN);
    } catch (Stopped e) {
      failed(line, node, "the hub stopped", Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.error("reconciliation of flow {} failed inside the hub", line.name(), e);
      failed(line, node, "failed inside the hub", AGAIN);
    }
  }

  private void goOn() {
    if (closed) {
      throw new Stopped();
    }
  }

  private void ended(FlowLine line, String node, Report report) {
    Transactions.execute(database, c -> store.ended(c, line.name(), node, report));
    if (report.differences().isEmpty()) {
      LOG.info(
          "reconciled flow {}: {} compared, no difference, {} waiting",
          line.name(),
          report.compared(),
          report.waiting());
    } else {
      LOG.warn(
          "reconciled flow {}: {} compared, {} different ({}), {} waiting;"
              + " ./kontor reconcile --flow={} names them",
          line.name(),
          report.compared(),
          report.differences().size(),
          report.causes(),
          report.waiting(),
          line.name());
    }
  }

  private void failed(FlowLine line, String node, String why, Duration again) {
    Transactions.execute(database, c -> store.failed(c, line.name(), node, why, again));
    LOG.warn("flow {} could not be reconciled: {}; tried again in {}", line.name(), why, again);
  }

  /** What is being compared is given up, and begun again after the next start. */
  void close() {
    closed = true;
  }
}
