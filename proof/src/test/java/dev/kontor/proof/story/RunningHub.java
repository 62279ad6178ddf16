package dev.kontor.proof.story;

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

/** A hub on a database that outlives it. */
final class RunningHub implements AutoCloseable {

  private static final Duration LEASE = Duration.ofSeconds(3);

  private final Hub hub;
  private final InstallationCheck check;
  private final Database database;
  private final Vault vault;
  private final Path home;

  RunningHub(Path home, String yaml, Map<String, String> environment, Database keep)
      throws IOException {
    this.home = Files.createDirectories(home);
    Path file = Files.writeString(home.resolve("kontor.yaml"), yaml);
    Connectors connectors = Connectors.installed();
    HubConfig config = ConfigLoader.load(file, environment, connectors.schemas());
    database = reopened(keep);
    vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            InstantSource.system());
    HubSettings settings = new HubSettings(home, LEASE, Machinery.system());
    hub = new Hub(config, connectors, database, vault, settings);
    check = hub.start();
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

  Hub hub() {
    return hub;
  }

  InstallationCheck check() {
    return check;
  }

  /** What the audit verifier finds right now. */
  AuditReport verify() {
    AuditStore audit = new AuditStore(vault);
    return new AuditVerifier(
            database.general(),
            audit,
            SigningKey.of(vault),
            new HeadFile(home),
            List.of(new PayloadCheck(vault, audit)))
        .verify();
  }

  /** Waits for something to become true; fails with what is open if it does not. */
  void await(Duration most, String what, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError(what + " did not happen; " + open());
      }
      Thread.sleep(100);
    }
  }

  /** Counts, and one example of each reason for which something is open. */
  String open() {
    Map<String, String> examples = new TreeMap<>();
    for (DeskStore.Entry m : hub.desk().open(1000)) {
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
