package dev.kontor.engine.observe;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Counts what waits. Reads only what is unfinished, however long the ledger is. */
public final class FigureStore {

  private static final String OPEN =
      """
      select m.flow, m.state, count(*) as messages,
             extract(epoch from hub_now() - min(m.created))::bigint as oldest
      from lane l join message m on m.lane = l.id and m.finished is null
      group by m.flow, m.state
      """;

  private static final String LANES =
      """
      select flow,
             count(*) filter (where owner is null and due <= hub_now()) as waiting,
             count(*) filter (where owner is not null) as in_work,
             count(*) filter (where owner is null and (due is null or due > hub_now())) as resting,
             coalesce(extract(epoch from hub_now()
               - min(due) filter (where owner is null and due <= hub_now())), 0)::bigint as overdue
      from lane group by flow
      """;

  private static final String UNSEALED =
      """
      select count(*) as unsealed,
             coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::bigint as lag
      from audit where (epoch, xid, id) > (
        select epoch, last_xid, last_id from (
          (select epoch, last_xid, last_id from audit_segment order by number desc limit 1)
          union all select 0, '0'::xid8, 0) as sealed
        order by epoch desc, last_xid desc, last_id desc limit 1)
      """;

  private static final String CONFLICTS =
      """
      select shop, erp, sum(conflicts)::bigint as decided
      from customer_link where conflicts > 0 group by shop, erp
      """;

  private FigureStore() {}

  /** What waits now. */
  public static Figures read(Connection connection) throws SQLException {
    return new Figures(
        Jdbc.query(
            connection,
            OPEN,
            row ->
                new Figures.Open(
                    row.getString("flow"),
                    row.getString("state"),
                    row.getLong("messages"),
                    Duration.ofSeconds(row.getLong("oldest")))),
        Jdbc.query(
            connection,
            LANES,
            row ->
                new Figures.Lanes(
                    row.getString("flow"),
                    row.getLong("waiting"),
                    row.getLong("in_work"),
                    row.getLong("resting"),
                    Duration.ofSeconds(row.getLong("overdue")))),
        Jdbc.query(
                connection,
                UNSEALED,
                row ->
                    new Figures.Seal(
                        row.getLong("unsealed"), Duration.ofSeconds(row.getLong("lag"))))
            .getFirst(),
        Jdbc.query(
            connection,
            CONFLICTS,
            row ->
                new Figures.Conflicts(
                    row.getString("shop"), row.getString("erp"), row.getLong("decided"))));
  }

  /**
   * Does nothing but reach the database.
   *
   * @throws SQLException if it cannot be reached
   */
  public static void reach(Connection connection) throws SQLException {
    Jdbc.query(connection, "select 1", row -> row.getInt(1));
  }
}
