package dev.kontor.proof.merchant;

import dev.kontor.contract.Await;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.audit.AuditReport;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.audit.AuditVerifier;
import dev.kontor.engine.audit.HeadFile;
import dev.kontor.engine.audit.PayloadCheck;
import dev.kontor.engine.audit.SigningKey;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.config.ConfigLoader;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A hub in this process, on a database that outlives it. */
public final class RunningHub implements AutoCloseable {

  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final int MOST = 1000;

  private final Hub hub;
  private final InstallationCheck check;
  private final Database database;
  private final Vault vault;
  private final Path home;

  /**
   * @param yaml configuration with secrets by reference to {@code environment}
   */
  public RunningHub(Path home, String yaml, Map<String, String> environment, Database keep)
      throws IOException {
    this(home, yaml, environment, keep, InstantSource.system());
  }

  /** With a clock of its own. */
  RunningHub(
      Path home, String yaml, Map<String, String> environment, Database keep, InstantSource clock)
      throws IOException {
    this.home = Files.createDirectories(home);
    Path file = Files.writeString(home.resolve("kontor.yaml"), yaml);
    Connectors connectors = Connectors.installed();
    HubConfig config = ConfigLoader.load(file, environment, connectors.schemas());
    database = reopened(keep);
    vault =
        Vault.open(
            database.general(), MasterKeys.load(Map.of(), home.resolve("master.key")), clock);
    HubSettings settings = new HubSettings(home, LEASE, machinery(clock));
    hub = new Hub(config, connectors, database, vault, settings);
    check = hub.start();
  }

  private static Machinery machinery(InstantSource clock) {
    Machinery system = Machinery.system();
    return new Machinery(
        clock,
        system.nanoTime(),
        system.random(),
        system.threads(),
        system.calls(),
        system.network(),
        system.parking(),
        system.names());
  }

  /** The hub closes its database when it stops; the test's own handle keeps it alive. */
  private static Database reopened(Database keep) {
    try (Connection connection = keep.general().getConnection()) {
      return Database.open(
          new DatabaseSettings.External(connection.getMetaData().getURL(), "postgres", ""));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Hub hub() {
    return hub;
  }

  /** Whose database it found when it started. */
  public InstallationCheck check() {
    return check;
  }

  /** Everything the ledger has about an order. */
  public List<DeskStore.Entry> messages(String number) {
    return hub.desk().byNumber(number);
  }

  /** What the audit verifier finds right now. */
  public AuditReport verify() {
    AuditStore audit = new AuditStore(vault);
    return new AuditVerifier(
            database.general(),
            audit,
            SigningKey.of(vault),
            new HeadFile(home),
            List.of(new PayloadCheck(vault, audit)))
        .verify();
  }

  /** How many lanes are worked on just now. */
  public long lanesInWork() {
    return Transactions.run(
        database.general(),
        c ->
            Jdbc.query(
                    c, "select count(*) from lane where owner is not null", row -> row.getLong(1))
                .getFirst());
  }

  /** Waits for something to become true; fails with what is open if it does not. */
  public void await(Duration most, String what, BooleanSupplier condition) {
    Await.until(what, most, condition, this::open);
  }

  /** Tells when it has nothing left to do. */
  public Rest rest() {
    return new Rest(
        database.general(),
        hub.flows().values().stream()
            .filter(line -> line.config().kind().isPolled())
            .map(FlowLine::name)
            .collect(Collectors.toSet()));
  }

  /** Counts, and one example of each reason for which something is open. */
  private String open() {
    Map<String, String> examples = new TreeMap<>();
    for (DeskStore.Entry m : hub.desk().open(MOST)) {
      String kind = m.flow() + " " + m.event() + " " + m.state() + ": ";
      String reason = String.valueOf(m.reason());
      examples.putIfAbsent(kind + reason.replaceAll("[0-9]+", "#"), m.number() + " " + reason);
    }
    return hub.desk().counts() + " paused " + hub.desk().paused() + " open " + examples;
  }

  @Override
  public void close() {
    hub.close();
  }
}
