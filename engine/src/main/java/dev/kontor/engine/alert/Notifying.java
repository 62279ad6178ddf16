package dev.kontor.engine.alert;

import dev.kontor.engine.alert.way.Outlet;
import dev.kontor.engine.alert.way.Sent;
import dev.kontor.engine.budget.NodePermit;
import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.AlertsConfig;
import dev.kontor.engine.config.Severity;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.BackOff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications: at least once, under one id, until they arrive or are a day old. Each
 * receiver is looked after by itself, so that none waits for another.
 */
public final class Notifying implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifying.class);
  private static final Duration GIVE_UP = Duration.ofDays(1);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);
  private static final BackOff AGAIN =
      new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(15), Integer.MAX_VALUE);

  private final DataSource database;
  private final AlertsConfig config;
  private final Supplier<? extends NodePermit> node;
  private final RandomGenerator random;
  private final Map<String, AlertReceiver> receivers = new LinkedHashMap<>();
  private final Map<String, Outlet> outlets = new LinkedHashMap<>();

  public Notifying(
      DataSource database,
      AlertsConfig config,
      Supplier<? extends NodePermit> node,
      RandomGenerator random) {
    this.database = database;
    this.config = config;
    this.node = node;
    this.random = random;
    for (AlertReceiver receiver : config.receivers()) {
      receivers.put(receiver.name(), receiver);
      outlets.put(receiver.name(), Outlet.of(receiver));
    }
  }

  /** Names of the receivers. */
  public List<String> receivers() {
    return List.copyOf(receivers.keySet());
  }

  /**
   * Sends what a receiver is to be told now, the oldest first, until something does not arrive.
   *
   * @return how many arrived
   */
  public int tell(String name) {
    AlertReceiver receiver = Objects.requireNonNull(receivers.get(name));
    int arrived = 0;
    while (node.get().isValid()) {
      Optional<NotificationStore.Due> due = Transactions.run(database, c -> claim(c, receiver));
      if (due.isEmpty() || !arrives(receiver, due.get())) {
        break;
      }
      arrived++;
    }
    return arrived;
  }

  private Optional<NotificationStore.Due> claim(Connection connection, AlertReceiver receiver)
      throws SQLException {
    boolean quiet = receiver.quiet().until(TimeStore.now(connection)).isPresent();
    List<Severity> told =
        Stream.of(Severity.values())
            .filter(s -> !quiet || (s == Severity.URGENT && receiver.urgentInQuiet()))
            .toList();
    NotificationStore.alone(connection, receiver.name());
    return NotificationStore.claim(connection, receiver.name(), told, node.get().node()).stream()
        .findFirst();
  }

  private boolean arrives(AlertReceiver receiver, NotificationStore.Due due) {
    Outlet outlet = Objects.requireNonNull(outlets.get(receiver.name()));
    return switch (outlet.send(letter(receiver, due))) {
      case Sent.Arrived arrived -> {
        Transactions.execute(database, c -> NotificationStore.sent(c, due.id(), arrived.note()));
        yield true;
      }
      case Sent.Failed failed -> {
        LOG.warn("alert {} did not reach {}: {}", due.alert(), receiver.name(), failed.why());
        Duration again = again(failed, due.attempts());
        Transactions.execute(
            database, c -> NotificationStore.failed(c, due.id(), failed.why(), again, GIVE_UP));
        yield false;
      }
    };
  }

  private Duration again(Sent.Failed failed, int attempts) {
    Duration asked = failed.after();
    if (asked == null) {
      return AGAIN.after(attempts, random);
    }
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
  }

  private Letter letter(AlertReceiver receiver, NotificationStore.Due due) {
    Finding finding = due.finding();
    return new Letter(
        due.id(),
        due.alert(),
        due.tidings(),
        finding.rule().word(),
        finding.severity(),
        finding.subject(),
        finding.count(),
        finding.since(),
        finding.documents(),
        new Wording(config.language(), receiver.zone()).said(finding, due.tidings(), due.opened()),
        Place.link(config.url(), finding),
        due.now());
  }

  @Override
  public void close() {
    outlets.values().forEach(Outlet::close);
  }
}
