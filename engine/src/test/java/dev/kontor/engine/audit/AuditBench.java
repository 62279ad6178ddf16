package dev.kontor.engine.audit;

import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database with vault, sealer and verifier, and an intruder who is its superuser. */
final class AuditBench implements AutoCloseable {
  final Database database;
  Instant now = Instant.parse("2026-11-21T10:00:00Z");
  final InstantSource clock = () -> now;
  final Vault vault;
  final AuditStore audit;
  final HeadFile heads;
  final Sealer sealer;
  final AuditMonths months;
  final Retention retention;

  AuditBench(Path directory) {
    this(directory, Database.forTests("Pacific/Chatham"));
  }

  AuditBench(Path directory, Database database) {
    this(directory, database, database);
  }

  /**
   * @param keys where the vault's keys lie
   */
  AuditBench(Path directory, Database database, Database keys) {
    this.database = database;
    MasterKeys masters = MasterKeys.load(Map.of(), directory.resolve("master.key"));
    vault = Vault.open(keys.general(), masters, clock);
    audit = new AuditStore(vault);
    heads = new HeadFile(directory.resolve("heads"));
    sealer = new Sealer(database.general(), SigningKey.of(vault), heads, clock);
    months = new AuditMonths(database.general(), audit, heads);
    RetentionRule rule =
        new RetentionRule(
            Duration.ofDays(14),
            null,
            Duration.ofDays(365),
            Duration.ofDays(90),
            Duration.ofDays(60));
    retention = new Retention(database.general(), audit, vault, months, rule);
  }

  /** Rows message:first … message:last, each kind {@code message.done}. */
  void append(int first, int last) {
    List<AuditRow> rows =
        IntStream.rangeClosed(first, last)
            .mapToObj(i -> AuditRow.of("message.done", "message:" + i, "written"))
            .toList();
    Transactions.execute(database.hot(), c -> audit.append(c, rows));
  }

  /** A stored payload that an audit row names. */
  long payload(@Nullable Duration keep) {
    Sealed sealed =
        vault.seal(
            PayloadClass.DOCUMENT, "email:a@example.com", "text".getBytes(StandardCharsets.UTF_8));
    return Transactions.run(
        database.hot(),
        c -> {
          long id = PayloadStore.insertAll(c, List.of(sealed), kind -> keep).getFirst();
          AuditRow row = AuditRow.of("document.captured", "message:1", "captured");
          audit.append(c, List.of(row.withPayload(id, sealed)));
          return id;
        });
  }

  Instant databaseTime() {
    return Transactions.run(database.general(), TimeStore::now);
  }

  AuditReport verify() {
    return verify(database.general());
  }

  AuditReport verify(DataSource source) {
    List<LedgerCheck> checks = List.of(new PayloadCheck(vault, audit));
    return new AuditVerifier(source, audit, SigningKey.of(vault), heads, checks).verify();
  }

  /** Rows message:first … message:last as they would have been written at that time. */
  void appendAt(String at, int first, int last) {
    Transactions.run(
        database.general(),
        c -> Jdbc.query(c, "select audit_month('%s')::text".formatted(at), r -> r.getString(1)));
    append(first, last);
    intrude(
        "update audit set at = '%s' where substring(subject from 9)::int between %d and %d"
            .formatted(at, first, last));
  }

  /** What somebody with full rights on the database can do. */
  void intrude(String sql) {
    Transactions.execute(
        database.general(),
        c -> {
          Jdbc.update(c, "alter table audit disable trigger all");
          Jdbc.update(c, sql);
          Jdbc.update(c, "alter table audit enable trigger all");
        });
  }

  /** Leaves the head file as it is before the first export. */
  void forgetHeads() throws IOException {
    Path file = heads.file(1);
    Files.write(file, Files.readAllLines(file).subList(0, 1));
  }

  @Override
  public void close() {
    database.close();
  }
}
