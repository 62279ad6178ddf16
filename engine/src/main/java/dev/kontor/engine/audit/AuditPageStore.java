package dev.kontor.engine.audit;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the audit for people, in the order of the chain, which is that of time. */
public final class AuditPageStore {

  private static final String BEGIN =
      "select epoch, xid::text::bigint as xid, id, at, kind, subject, details from audit"
          + " where (epoch, xid, id) < (?, ?::bigint::text::xid8, ?)";
  private static final String OF_MESSAGE_KIND = " and kind = ?";
  // Only what does not happen to every message can be found by its kind.
  private static final String OF_KIND = OF_MESSAGE_KIND + " and kind not like 'message.%'";
  private static final String OF_SUBJECT = " and subject = ?";
  private static final String NEWEST_FIRST = " order by epoch desc, xid desc, id desc limit ?";
  private static final String MESSAGE = "message.";

  private AuditPageStore() {}

  private record Read(Position position, AuditPage.Row row) {}

  /**
   * @param kind null: every kind
   * @param subject null: about everything
   * @param before the row the page begins before, null: at the newest
   */
  public static AuditPage read(
      Connection connection,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable Position before,
      int most)
      throws SQLException {
    StringBuilder sql = new StringBuilder(BEGIN);
    Position end = before == null ? Position.END : before;
    List<Object> arguments = new ArrayList<>(List.of(end.epoch(), end.xid(), end.id()));
    if (kind != null) {
      sql.append(kind.startsWith(MESSAGE) ? OF_MESSAGE_KIND : OF_KIND);
      arguments.add(kind);
    }
    if (subject != null) {
      sql.append(OF_SUBJECT);
      arguments.add(subject);
    }
    sql.append(NEWEST_FIRST);
    arguments.add(most + 1);
    List<Read> rows =
        Jdbc.query(connection, sql.toString(), AuditPageStore::row, arguments.toArray());
    boolean more = rows.size() > most;
    List<Read> shown = more ? rows.subList(0, most) : rows;
    return new AuditPage(
        shown.stream().map(Read::row).toList(),
        more ? shown.getLast().position().toString() : null);
  }

  private static Read row(ResultSet row) throws SQLException {
    return new Read(
        new Position(row.getInt("epoch"), row.getLong("xid"), row.getLong("id")),
        new AuditPage.Row(
            Objects.requireNonNull(Jdbc.instant(row, "at")),
            row.getString("kind"),
            row.getString("subject"),
            row.getString("details")));
  }
}
