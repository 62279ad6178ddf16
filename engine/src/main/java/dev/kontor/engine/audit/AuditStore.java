package dev.kontor.engine.audit;

import dev.kontor.engine.db.Columns;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.vault.Vault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Adds and reads audit rows; adding runs in the caller's transaction, in one statement. */
public final class AuditStore {
  private static final String APPEND =
      """
      insert into audit (epoch, kind, subject, details, evidence, payload, payload_hash,
                         details_hash)
      select coalesce((select epoch from installation where one), 1), a.*
      from unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::bigint[], ?::bytea[], ?::bytea[])
        as a(kind, subject, details, evidence, payload, payload_hash, details_hash)
      """;

  private static final String READ =
      """
      select epoch, xid::text::bigint as xid, id, at, kind, subject, details, evidence, payload,
             payload_hash, details_hash
      from audit
      """;

  private static final String AFTER =
      READ + "where (epoch, xid, id) > (?, ?::bigint::text::xid8, ?)";

  private static final String BETWEEN =
      AFTER + " and (epoch, xid, id) <= (?, ?::bigint::text::xid8, ?)";

  /** A transaction below every snapshot's xmin is over, so no row can still appear before it. */
  private static final String SEALABLE =
      " and (epoch < coalesce((select epoch from installation where one), 1)"
          + " or xid < pg_snapshot_xmin(pg_current_snapshot()))";

  private static final String IN_ORDER = " order by epoch, xid, id";

  // Only what does not happen to every message can be found by its kind.
  private static final String OF_KIND =
      READ + "where kind = ? and kind not like 'message.%'" + IN_ORDER;

  private static final String WITH_PAYLOAD = READ + "where payload is not null" + IN_ORDER;

  static final String ROWS_DROPPED = "audit.dropped";

  private final Vault vault;

  public AuditStore(Vault vault) {
    this.vault = vault;
  }

  /** Appends in the caller's transaction; the rows are sealed within seconds of its commit. */
  public void append(Connection connection, List<AuditRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Jdbc.update(
        connection,
        APPEND,
        Columns.texts(rows, AuditRow::kind),
        Columns.texts(rows, AuditRow::subject),
        Columns.texts(rows, AuditRow::details),
        Columns.bytes(rows, AuditRow::evidence),
        Columns.longs(rows, AuditRow::payload),
        Columns.bytes(rows, AuditRow::payloadHash),
        Columns.bytes(rows, this::detailsHash));
  }

  byte[] detailsHash(AuditRow row) {
    return vault.keyedHash("audit", Canonical.of(row).bytes());
  }

  /** Whether this installation wrote the row: nobody else can make its keyed hash. */
  boolean genuine(StoredRow stored) {
    return java.security.MessageDigest.isEqual(stored.detailsHash(), detailsHash(stored.row()));
  }

  static List<StoredRow> sealable(Connection connection, Position after, int limit)
      throws SQLException {
    return Jdbc.query(
        connection,
        AFTER + SEALABLE + IN_ORDER + " limit ?",
        AuditStore::read,
        after.epoch(),
        after.xid(),
        after.id(),
        limit);
  }

  static List<StoredRow> after(Connection connection, Position after) throws SQLException {
    return Jdbc.query(
        connection, AFTER + IN_ORDER, AuditStore::read, after.epoch(), after.xid(), after.id());
  }

  static List<StoredRow> between(Connection connection, Position after, Position last)
      throws SQLException {
    return Jdbc.query(
        connection,
        BETWEEN + IN_ORDER,
        AuditStore::read,
        after.epoch(),
        after.xid(),
        after.id(),
        last.epoch(),
        last.xid(),
        last.id());
  }

  /** Rows of a kind other than those that say what became of messages. */
  static List<StoredRow> ofKind(Connection connection, String kind) throws SQLException {
    return Jdbc.query(connection, OF_KIND, AuditStore::read, kind);
  }

  static List<StoredRow> withPayload(Connection connection) throws SQLException {
    return Jdbc.query(connection, WITH_PAYLOAD, AuditStore::read);
  }

  /** Segments whose rows retention dropped, by what this installation itself put on record. */
  SegmentNumbers dropped(Connection connection) throws SQLException {
    return ofKind(connection, ROWS_DROPPED).stream()
        .filter(this::genuine)
        .map(stored -> SegmentNumbers.parse(stored.row().details()))
        .reduce(SegmentNumbers.NONE, SegmentNumbers::with);
  }

  private static StoredRow read(ResultSet row) throws SQLException {
    Instant at = Objects.requireNonNull(Jdbc.instant(row, "at"));
    AuditRow content =
        new AuditRow(
            row.getString("kind"),
            row.getString("subject"),
            row.getString("details"),
            row.getBytes("evidence"),
            Jdbc.number(row, "payload"),
            row.getBytes("payload_hash"));
    Position position = new Position(row.getInt("epoch"), row.getLong("xid"), row.getLong("id"));
    return new StoredRow(position, at, content, row.getBytes("details_hash"));
  }
}
