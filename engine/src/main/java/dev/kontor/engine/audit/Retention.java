package dev.kontor.engine.audit;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.PayloadStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Deletes by rule, and puts every deletion on record. */
public final class Retention {
  static final String PAYLOADS_EXPIRED = "payload.expired";
  static final String ROWS_DROPPED = "audit.dropped";
  private static final int PAYLOADS = 1_000;
  private static final int SEGMENTS = 100;

  private final DataSource source;
  private final AuditStore audit;

  public Retention(DataSource source, AuditStore audit) {
    this.source = source;
    this.audit = audit;
  }

  /**
   * Deletes payloads past their expiry.
   *
   * @return number deleted
   */
  public int expirePayloads() {
    int all = 0;
    int batch;
    do {
      batch = Transactions.run(source, this::expireBatch);
      all += batch;
    } while (batch == PAYLOADS);
    return all;
  }

  /**
   * Deletes audit rows of segments sealed before the given moment, oldest first and at most a
   * hundred segments a call; their signed heads stay.
   *
   * @return number of rows deleted
   */
  public int dropAuditRows(Instant sealedBefore) {
    return Transactions.run(source, connection -> dropSegments(connection, sealedBefore));
  }

  private int expireBatch(Connection connection) throws SQLException {
    List<Long> ids = PayloadStore.deleteExpired(connection, PAYLOADS);
    if (!ids.isEmpty()) {
      String list = ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
      audit.append(connection, List.of(AuditRow.of(PAYLOADS_EXPIRED, "payloads", list)));
    }
    return ids.size();
  }

  private int dropSegments(Connection connection, Instant before) throws SQLException {
    int rows = 0;
    Segment newest = null;
    for (Segment segment : SegmentStore.sealedBefore(connection, before, SEGMENTS)) {
      Position first = segment.first();
      Position justBefore = new Position(first.epoch(), first.xid(), first.id() - 1);
      rows += AuditStore.deleteBetween(connection, justBefore, segment.last());
      SegmentStore.markDropped(connection, segment.number());
      newest = segment;
    }
    if (newest != null) {
      // One row for all up to here: earlier such rows may be among those dropped.
      String subject = "segment:" + newest.number();
      audit.append(
          connection, List.of(AuditRow.of(ROWS_DROPPED, subject, "all audit rows up to here")));
    }
    return rows;
  }
}
