package dev.kontor.engine.alert;

import dev.kontor.engine.alert.way.Receiving;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.budget.NodePermit;
import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.AlertsConfig;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.problem.Catalogue;
import dev.kontor.engine.problem.DeadLetters;
import dev.kontor.engine.problem.Problems;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Dead letters on a database of their own, hubs that look, and programs that are told. */
final class AlertBench implements AutoCloseable {

  final LedgerBench ledger = new LedgerBench();
  final Receiving hook = new Receiving();
  final Receiving other = new Receiving();
  private final DeadLetters dead = new DeadLetters(Catalogue.of(new ConnectorSchemas(List.of())));
  final Problems desk = new Problems(ledger.database.hot(), dead, List.of());
  private final Vault vault;
  private final List<Notifying> opened = new ArrayList<>();
  AlertsConfig config;

  AlertBench(Path home) throws IOException {
    vault =
        Vault.open(
            ledger.database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            InstantSource.system());
    config = told(webhook("hook", hook), webhook("other", other));
    ledger.heartbeat("a", Duration.ofMinutes(1));
    ledger.heartbeat("b", Duration.ofMinutes(1));
  }

  static AlertReceiver webhook(String name, Receiving at) {
    return Samples.receiver(name, new AlertReceiver.Webhook(at.url(), "secret"));
  }

  static AlertsConfig told(AlertReceiver... receivers) {
    return new AlertsConfig(
        true,
        Locale.ENGLISH,
        URI.create("https://kontor.example"),
        Duration.ofHours(4),
        Duration.ofMinutes(2),
        List.of(receivers),
        Map.of());
  }

  /** Changes who is told how. */
  void configure(UnaryOperator<AlertReceiver> change) {
    config = told(config.receivers().stream().map(change).toArray(AlertReceiver[]::new));
  }

  /** An order that fails for that reason. */
  void fail(String order, String reason) {
    ledger.append(LedgerBench.event(order, "created", order));
    for (Lane lane : ledger.claim("a", 10)) {
      ledger.finishAll("a", lane, new MessageState.Dead(reason, "Invalid"));
    }
  }

  /** All that failed is settled. */
  void settle() {
    Transactions.execute(
        ledger.database.general(),
        c -> {
          try (var settle = c.createStatement()) {
            settle.execute("update message set state = 'done', finished = hub_now()");
            settle.execute("delete from lane");
          }
        });
  }

  Alerts alerts() {
    return new Alerts(
        ledger.database.general(),
        config,
        new AuditStore(vault),
        this::overview,
        Worth.UNKNOWN,
        new DeskFailures(dead),
        Map.of("flow", FlowKind.ORDERS));
  }

  private Overview overview() {
    return new Overview(
        Transactions.run(ledger.database.general(), TimeStore::now),
        false,
        null,
        new Overview.Needs(0, 0, List.of(), 0),
        List.of(),
        List.of(),
        List.of());
  }

  /** A hub's process that tells. */
  Notifying notifying(String node) {
    NodePermit permit =
        new NodePermit() {
          @Override
          public String node() {
            return node;
          }

          @Override
          public boolean isValid() {
            return true;
          }
        };
    Notifying notifying =
        new Notifying(ledger.database.general(), config, () -> permit, new Random(7));
    opened.add(notifying);
    return notifying;
  }

  /** Looks, and tells everybody. */
  void lookAndTell() {
    alerts().look();
    Notifying telling = notifying("a");
    telling.receivers().forEach(telling::tell);
  }

  /** What a program was told, in order. */
  static List<String> types(Receiving by) {
    return by.got.stream().map(g -> g.json().path("type").asString()).toList();
  }

  static List<String> ids(Receiving by) {
    return by.got.stream().map(g -> g.header("Webhook-id")).toList();
  }

  @Override
  public void close() {
    opened.forEach(Notifying::close);
    hook.close();
    other.close();
    ledger.close();
  }
}
