package dev.kontor.engine.audit;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The chain's links in {@code audit_segment}. */
final class SegmentStore {
  private static final long SEALER_LOCK = 0x6b6f6e746f720001L;

  private static final String ELECT = "select pg_try_advisory_xact_lock(?) as elected";

  private static final String READ =
      """
      select number, epoch, first_xid::text::bigint as first_xid, first_id,
             last_xid::text::bigint as last_xid, last_id, row_count, marks, content, previous,
             head, signature, sealed_at, dropped_at
      from audit_segment
      """;

  private static final String LAST = READ + "order by number desc limit 1";
  private static final String ALL = READ + "order by number";
  private static final String DROP =
      "update audit_segment set dropped_at = hub_now() where number = ?";
  private static final String INSERT =
      """
      insert into audit_segment (number, epoch, first_xid, first_id, last_xid, last_id, row_count,
                                 marks, content, previous, head, signature, sealed_at)
      values (?, ?, ?::bigint::text::xid8, ?, ?::bigint::text::xid8, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String EPOCH =
      "select coalesce((select epoch from installation where one), 1) as epoch";

  private SegmentStore() {}

  /** Whether this transaction is the sealer; the lock goes with the transaction. */
  static boolean elected(Connection connection) throws SQLException {
    return Jdbc.query(connection, ELECT, row -> row.getBoolean("elected"), SEALER_LOCK).getFirst();
  }

  static int epoch(Connection connection) throws SQLException {
    return Jdbc.query(connection, EPOCH, row -> row.getInt("epoch")).getFirst();
  }

  static Optional<Segment> last(Connection connection) throws SQLException {
    return Jdbc.query(connection, LAST, SegmentStore::read).stream().findFirst();
  }

  static List<Segment> all(Connection connection) throws SQLException {
    return Jdbc.query(connection, ALL, SegmentStore::read);
  }

  static void markDropped(Connection connection, long number) throws SQLException {
    Jdbc.update(connection, DROP, number);
  }

  static void insert(Connection connection, Segment segment) throws SQLException {
    Jdbc.update(
        connection,
        INSERT,
        segment.number(),
        segment.last().epoch(),
        segment.first().xid(),
        segment.first().id(),
        segment.last().xid(),
        segment.last().id(),
        segment.rows(),
        segment.marks(),
        segment.content(),
        segment.previous(),
        segment.head(),
        segment.signature(),
        segment.sealedAt());
  }

  private static Segment read(ResultSet row) throws SQLException {
    int epoch = row.getInt("epoch");
    return new Segment(
        row.getLong("number"),
        new Position(epoch, row.getLong("first_xid"), row.getLong("first_id")),
        new Position(epoch, row.getLong("last_xid"), row.getLong("last_id")),
        row.getInt("row_count"),
        row.getBytes("marks"),
        row.getBytes("content"),
        row.getBytes("previous"),
        row.getBytes("head"),
        row.getBytes("signature"),
        Objects.requireNonNull(Jdbc.instant(row, "sealed_at")),
        Jdbc.instant(row, "dropped_at"));
  }
}
