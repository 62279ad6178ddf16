package dev.kontor.engine.audit;

import dev.kontor.engine.access.AccessRetention;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.TallyStore;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Deletes by rule, and puts every deletion on record in the transaction that does it. */
public final class Retention {
  static final String DAY_KEYS_DROPPED = "key.dropped";
  private static final int PAYLOADS = 1_000;
  private static final int ROWS = 10_000;

  private final DataSource source;
  private final AuditStore audit;
  private final Vault vault;
  private final AuditMonths months;
  private final RetentionRule rule;

  public Retention(
      DataSource source, AuditStore audit, Vault vault, AuditMonths months, RetentionRule rule) {
    this.source = source;
    this.audit = audit;
    this.vault = vault;
    this.months = months;
    this.rule = rule;
  }

  /** All that is due by the database's clock; to be called hourly, by one process at a time. */
  public void run() {
    months.ensure();
    Transactions.execute(source, TallyStore::sumUp);
    Instant now = Transactions.run(source, TimeStore::now);
    Transactions.execute(source, AccessRetention::sweep);
    expirePayloads();
    deleteBefore("try.expired", "tries", now, rule.tries(), KeptStore::deleteTries);
    deleteBefore("search.expired", "search terms", now, rule.searches(), KeptStore::deleteTerms);
    if (rule.documents() != null || rule.searches() != null) {
      deleteIdleKeys();
    }
    dropDayKeys(LocalDate.ofInstant(now.minus(rule.door()), ZoneOffset.UTC));
    if (rule.audit() != null) {
      months.dropBefore(now.minus(rule.audit()));
    }
  }

  /**
   * Deletes payloads past their expiry that no unfinished message needs.
   *
   * @return number deleted
   */
  int expirePayloads() {
    int all = 0;
    int batch;
    do {
      batch = Transactions.run(source, this::expireBatch);
      all += batch;
    } while (batch == PAYLOADS);
    return all;
  }

  private int expireBatch(Connection connection) throws SQLException {
    List<Long> ids = PayloadStore.deleteExpired(connection, PAYLOADS);
    if (!ids.isEmpty()) {
      audit.append(connection, List.of(DeletedPayloads.expired(ids)));
    }
    return ids.size();
  }

  /** Deletes a stretch of what is older than that. */
  private interface Deletion {
    int before(Connection connection, Instant time, int limit) throws SQLException;
  }

  private void deleteBefore(
      String kind, String what, Instant now, @Nullable Duration kept, Deletion deletion) {
    int batch = kept == null ? 0 : ROWS;
    while (kept != null && batch == ROWS) {
      batch =
          Transactions.run(
              source,
              connection -> {
                int deleted = deletion.before(connection, now.minus(kept), ROWS);
                record(connection, kind, what, deleted);
                return deleted;
              });
    }
  }

  private void deleteIdleKeys() {
    Transactions.execute(
        source,
        connection ->
            record(
                connection, "key.idle", "keys of persons", KeptStore.deleteIdleKeys(connection)));
  }

  private void record(Connection connection, String kind, String what, int deleted)
      throws SQLException {
    if (deleted > 0) {
      audit.append(connection, List.of(AuditRow.of(kind, what, deleted + " deleted by rule")));
    }
  }

  /** After this nobody can read the door bodies of those days, in no copy of the database. */
  int dropDayKeys(LocalDate before) {
    return Transactions.run(
        source,
        connection -> {
          int dropped = vault.dropDayKeys(connection, before);
          if (dropped > 0) {
            String text = dropped + " day keys before " + before;
            audit.append(connection, List.of(AuditRow.of(DAY_KEYS_DROPPED, "day keys", text)));
          }
          return dropped;
        });
  }
}
