package dev.kontor.proof.simulation;

import dev.kontor.engine.audit.AuditReport;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.audit.AuditVerifier;
import dev.kontor.engine.audit.HeadFile;
import dev.kontor.engine.audit.PayloadCheck;
import dev.kontor.engine.audit.SigningKey;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One database for many histories, one after the other. */
final class Laboratory implements AutoCloseable {

  private static final String MASTER_KEY = "a29udG9yIHNpbXVsYXRpb24gbWFzdGVyIGtleSAwMDE=";

  private final Database opened;
  private final Database database;
  private final DatabaseClock clock;
  private final Path home;
  private final Vault vault;
  private final SigningKey signing;

  Laboratory(Path home) {
    this(home, Database.forTests());
  }

  Laboratory(Path home, Database opened) {
    this.home = home;
    this.opened = opened;
    this.database = Database.over(new Sessions(opened.hot()), new Sessions(opened.general()));
    Path file = home.resolve("clock");
    this.clock = new DatabaseClock(file);
    Transactions.execute(database.general(), c -> SimulationStore.prepare(c, file));
    keepSecrets();
    this.vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(MasterKeys.VARIABLE, MASTER_KEY), home),
            InstantSource.system());
    this.signing = SigningKey.of(vault);
  }

  /** Names of lanes hang on these secrets, and the order of work on the names. */
  private void keepSecrets() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Laboratory.class.getResourceAsStream("/simulation/secrets.txt")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        String[] parts = line.split(" ", -1);
        Transactions.execute(
            database.general(),
            c -> SimulationStore.keepKey(c, parts[0], HexFormat.of().parseHex(parts[1]), parts[2]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Database database() {
    return database;
  }

  Vault vault() {
    return vault;
  }

  Path home() {
    return home;
  }

  DatabaseClock clock() {
    return clock;
  }

  void empty() {
    clock.stop();
    Transactions.execute(database.general(), SimulationStore::empty);
    try {
      Files.deleteIfExists(home.resolve("audit-heads-1.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AuditReport verify() {
    AuditStore audit = new AuditStore(vault);
    return new AuditVerifier(
            database.general(),
            audit,
            signing,
            new HeadFile(home),
            List.of(new PayloadCheck(vault, audit)))
        .verify();
  }

  @Override
  public void close() {
    opened.close();
    clock.close();
  }
}
