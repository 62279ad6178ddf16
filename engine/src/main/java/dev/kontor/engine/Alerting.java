package dev.kontor.engine;

import dev.kontor.engine.alert.Alerts;
import dev.kontor.engine.alert.Notifying;
import dev.kontor.engine.alert.Worth;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What tells people of what goes wrong, put together. */
final class Alerting implements AutoCloseable {

  private final boolean enabled;
  private final Alerts alerts;
  private final Notifying notifying;
  private final Sighting sighting;

  Alerting(
      HubConfig config,
      DataSource database,
      Machinery machinery,
      NodeLease lease,
      Map<String, FlowLine> lines,
      Worth worth,
      Supplier<Overview> overview,
      Sighting sighting,
      AuditStore audit,
      Problems problems) {
    Map<String, FlowKind> kinds = new HashMap<>();
    lines.forEach((name, line) -> kinds.put(name, line.config().kind()));
    this.enabled = config.alerts().enabled();
    this.alerts =
        new Alerts(database, config.alerts(), audit, overview, worth, kinds, problems::id);
    this.sighting = sighting;
    this.notifying = new Notifying(database, config.alerts(), lease::current, machinery.random());
  }

  /** Whether anybody looks. */
  boolean isEnabled() {
    return enabled;
  }

  /** What people are told of. */
  Alerts alerts() {
    return alerts;
  }

  /** Tells the other processes what this one sees of the connected systems, if it is time. */
  void see() {
    sighting.tell();
  }

  /** Who is told. */
  List<String> receivers() {
    return notifying.receivers();
  }

  /**
   * Tells a receiver what it is to be told now.
   *
   * @return notifications that arrived
   */
  int tell(String receiver) {
    return notifying.tell(receiver);
  }

  @Override
  public void close() {
    notifying.close();
  }
}
