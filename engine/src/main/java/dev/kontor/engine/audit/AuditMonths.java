package dev.kontor.engine.audit;

import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a partition ready for every month, and drops months past their retention: only whole ones,
 * only what still verifies, and only after a head that covers them lies outside the database.
 */
public final class AuditMonths {
  private static final Logger LOG = LoggerFactory.getLogger(AuditMonths.class);

  private final DataSource source;
  private final AuditStore audit;
  private final HeadFile heads;

  public AuditMonths(DataSource source, AuditStore audit, HeadFile heads) {
    this.source = source;
    this.audit = audit;
    this.heads = heads;
  }

  /** The month of UTC a row lies in. */
  static YearMonth of(StoredRow row) {
    return YearMonth.from(row.at().atOffset(ZoneOffset.UTC));
  }

  /** Makes what the coming months need; opening the database does so too. */
  public void ensure() {
    Transactions.execute(source, AuditMonthStore::ensure);
  }

  /** What may go: everything before the limit, and the segments it was sealed in. */
  private record Plan(Instant limit, List<YearMonth> months, List<Segment> segments, long rows) {}

  /**
   * Drops the months that ended before the given time.
   *
   * @return rows dropped; 0 also if something forbids it, which is logged
   */
  public long dropBefore(Instant keptFrom) {
    HeadFile.Exported exported = heads.read(Transactions.run(source, SegmentStore::epoch));
    Plan plan =
        Transactions.run(
            source,
            connection -> {
              connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
              return plan(connection, keptFrom, exported);
            });
    if (plan.months.isEmpty()) {
      return 0;
    }
    return Transactions.run(source, connection -> drop(connection, plan));
  }

  private static Plan plan(Connection connection, Instant keptFrom, HeadFile.Exported exported)
      throws SQLException {
    YearMonth kept = YearMonth.from(keptFrom.atOffset(ZoneOffset.UTC));
    Instant limit = kept.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<YearMonth> months =
        AuditMonthStore.all(connection).stream().filter(month -> month.isBefore(kept)).toList();
    Plan nothing = new Plan(limit, List.of(), List.of(), 0);
    if (months.isEmpty()) {
      return nothing;
    }
    long rows = AuditMonthStore.rowsBefore(connection, limit);
    List<Segment> all = SegmentStore.all(connection);
    List<Segment> due = new ArrayList<>();
    String obstacle = collect(connection, all, limit, rows, due);
    if (obstacle == null && !due.isEmpty() && !covered(exported, all, due.getLast())) {
      obstacle = "no exported head covers it yet";
    }
    if (obstacle != null) {
      LOG.warn("audit before {} is kept: {}", kept, obstacle);
      return nothing;
    }
    return new Plan(limit, months, due, rows);
  }

  /**
   * @param due gets the segments whose rows all lie before the limit
   * @return why the months must be kept, null if nothing speaks against dropping them
   */
  private static @Nullable String collect(
      Connection connection, List<Segment> all, Instant limit, long rows, List<Segment> due)
      throws SQLException {
    long found = 0;
    Segment before = null;
    for (Segment segment : all) {
      if (segment.droppedAt() == null && found < rows) {
        SegmentRows sealed = SegmentRows.read(connection, before, segment);
        long old = sealed.rows().stream().filter(row -> row.at().isBefore(limit)).count();
        if (old > 0) {
          if (old < sealed.rows().size()) {
            return "segment " + segment.number() + " reaches into a month that is kept";
          }
          if (!sealed.findings().isEmpty()) {
            return "segment " + segment.number() + " does not verify";
          }
          due.add(segment);
          found += old;
        }
      }
      before = segment;
    }
    return found == rows ? null : (rows - found) + " of its rows are not sealed";
  }

  private static boolean covered(HeadFile.Exported exported, List<Segment> all, Segment newestDue) {
    return !exported.heads().isEmpty()
        && exported.heads().getLast().number() >= newestDue.number()
        && HeadCheck.compare(exported, all).isEmpty();
  }

  private long drop(Connection connection, Plan plan) throws SQLException {
    if (AuditMonthStore.rowsBefore(connection, plan.limit) != plan.rows) {
      LOG.warn("audit before {} is kept: it changed while it was verified", plan.limit);
      return 0;
    }
    SegmentNumbers dropped =
        SegmentNumbers.of(plan.segments.stream().map(Segment::number).toList());
    if (!dropped.ranges().isEmpty()) {
      // Says all there ever was: the rows that said the earlier ones may be among those dropped.
      SegmentNumbers ever = audit.dropped(connection).with(dropped);
      audit.append(
          connection, List.of(AuditRow.of(AuditStore.ROWS_DROPPED, "segments", ever.text())));
      for (Segment segment : plan.segments) {
        SegmentStore.markDropped(connection, segment.number());
      }
    }
    for (YearMonth month : plan.months) {
      AuditMonthStore.drop(connection, month);
    }
    LOG.info("audit before {} dropped by rule: {} rows", plan.limit, plan.rows);
    return plan.rows;
  }
}
