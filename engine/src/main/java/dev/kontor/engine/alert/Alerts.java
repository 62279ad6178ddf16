package dev.kontor.engine.alert;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.AlertsConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.observe.SightingStore;
import dev.kontor.engine.problem.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks what people are to know, and has receivers told of it. However many processes look, one
 * cause has one alert, and its notifications are written with it in one transaction.
 */
public final class Alerts {

  /**
   * Counts.
   *
   * @param open alerts that stand, by severity
   * @param unheard notifications that were tried and did not arrive yet, by receiver
   */
  public record Figures(Map<String, Long> open, Map<String, Long> unheard) {}

  private static final Duration KEPT = Duration.ofDays(90);

  /** Longer than any quiet time. */
  private static final Duration GIVE_UP = Duration.ofDays(7);

  private final DataSource database;
  private final AlertsConfig config;
  private final AuditStore audit;
  private final Supplier<Overview> overview;
  private final Worth worth;
  private final Failures failures;
  private final Findings findings;
  private final Judgement judgement;

  /**
   * @param overview of the installation as it is now
   * @param worth of orders
   * @param kinds of the enabled flows, by name
   * @param problems under which the error desk has a failure
   */
  public Alerts(
      DataSource database,
      AlertsConfig config,
      AuditStore audit,
      Supplier<Overview> overview,
      Worth worth,
      Map<String, FlowKind> kinds,
      Function<Failure, String> problems) {
    this.database = database;
    this.config = config;
    this.audit = audit;
    this.overview = overview;
    this.worth = worth;
    this.failures = new DeadLetters(problems);
    this.findings = new Findings(config, kinds);
    this.judgement = new Judgement(config.repeat(), config.calm());
  }

  /** Looks once. */
  public void look() {
    Overview now = overview.get();
    Transactions.execute(
        database,
        c -> {
          if (AlertStore.mayLook(c)) {
            look(c, now);
            AlertStore.forget(c, KEPT);
            NotificationStore.giveUp(c, GIVE_UP);
          }
        });
  }

  private void look(Connection connection, Overview overview) throws SQLException {
    Looked looked =
        new Looked(
            overview,
            failures.now(connection),
            DeadLetterStore.aged(
                connection,
                findings.aging(overview),
                config.rule(AlertRule.AGE).after().toSeconds()),
            SightingStore.seen(connection),
            NotificationStore.unheard(connection));
    Map<String, List<Long>> orders =
        looked.failures().stream()
            .collect(Collectors.toMap(Failures.Group::cause, Failures.Group::payloads));
    Map<Finding.Key, Finding> found = new LinkedHashMap<>();
    findings.of(looked).forEach(finding -> found.putIfAbsent(finding.key(), finding));
    Instant now = TimeStore.now(connection);
    for (Standing standing : AlertStore.standing(connection)) {
      Finding still = found.remove(standing.finding().key());
      Judgement.Ruling ruling =
          still == null
              ? judgement.isGone(standing, now)
              : judgement.lasts(
                  standing, valued(connection, still, standing.finding(), orders), now);
      lay(connection, ruling, now);
    }
    for (Finding finding : found.values()) {
      lay(connection, judgement.begins(valued(connection, finding, null, orders), now), now);
    }
  }

  /**
   * With what its orders are worth, which is added up anew only if there are more or fewer.
   *
   * @param before the same a look ago, null if there was none
   * @param orders by cause
   */
  private Finding valued(
      Connection connection,
      Finding finding,
      @Nullable Finding before,
      Map<String, List<Long>> orders)
      throws SQLException {
    List<Long> payloads = orders.getOrDefault(finding.cause(), List.of());
    if (payloads.isEmpty()) {
      return finding;
    }
    return before != null && before.count() == finding.count()
        ? finding.worth(before.worth())
        : finding.worth(worth.of(connection, finding.subject(), payloads));
  }

  private void lay(Connection connection, Judgement.Ruling ruling, Instant now)
      throws SQLException {
    Standing standing = ruling.standing();
    long id = standing.id();
    if (ruling.over()) {
      AlertStore.end(connection, standing, now);
    } else if (id == 0) {
      id = AlertStore.add(connection, standing);
    } else {
      AlertStore.change(connection, standing);
    }
    Tidings tidings = ruling.tell();
    if (tidings != null) {
      tell(connection, id, tidings, standing.finding());
    }
  }

  private void tell(Connection connection, long alert, Tidings tidings, Finding finding)
      throws SQLException {
    for (AlertReceiver receiver : config.receivers()) {
      if (concerns(receiver, finding)) {
        NotificationStore.drop(connection, alert, receiver.name());
        // Whoever never heard that it began need not hear that it is over.
        if (tidings != Tidings.OVER
            || NotificationStore.isHeardOf(connection, alert, receiver.name())) {
          NotificationStore.add(connection, alert, receiver, tidings, finding);
        }
      }
    }
  }

  private boolean concerns(AlertReceiver receiver, Finding finding) {
    boolean itself =
        finding.rule() == AlertRule.RECEIVER && finding.subject().equals(receiver.name());
    return !itself
        && finding.severity().compareTo(receiver.least()) >= 0
        && config.rule(finding.rule()).tells(receiver.name());
  }

  /** What stands and what is over, the newest first, and what became of telling it. */
  public AlertPage page(int most) {
    return Transactions.run(
        database,
        c -> {
          List<AlertStore.Kept> kept = AlertStore.kept(c, most);
          List<NotificationStore.Kept> told =
              NotificationStore.of(c, kept.stream().map(AlertStore.Kept::id).toList());
          return AlertPage.of(config, kept, told, NotificationStore.unheard(c));
        });
  }

  /** Counts for those who watch from outside; nothing if nobody is to be told. */
  public Figures figures() {
    return config.enabled()
        ? Transactions.run(
            database, c -> new Figures(AlertStore.open(c), waiting(NotificationStore.unheard(c))))
        : new Figures(Map.of(), Map.of());
  }

  private Map<String, Long> waiting(List<NotificationStore.Unheard> unheard) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    config.receivers().forEach(receiver -> waiting.put(receiver.name(), 0L));
    unheard.forEach(u -> waiting.computeIfPresent(u.receiver(), (name, none) -> u.waiting()));
    return waiting;
  }

  /**
   * Somebody looks after it: it is not said again until it is over.
   *
   * @param by name of the person
   * @return whether there is such an alert; that it is over, or somebody had, changes nothing
   */
  public boolean acknowledge(long id, String by) {
    return Transactions.retrying(
        database,
        c -> {
          if (AlertStore.acknowledge(c, id, by)) {
            audit.append(
                c, List.of(AuditRow.of("alert.acknowledge", "alert:" + id, "(" + by + ")")));
            return true;
          }
          return !AlertStore.kept(c, id).isEmpty();
        });
  }
}
