package dev.kontor.engine.reconcile;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What the hub has been told and has not finished. */
final class WaitingStore {

  private WaitingStore() {}

  /** Those of the documents that a notice waits for. Runs in the caller's transaction. */
  static Set<String> unread(Connection connection, String flow, String source, List<String> ids)
      throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            """
            select distinct source_id from message
            where flow = ? and source = ? and source_id = any(?) and kind = 'notice'
              and finished is null
            """,
            row -> row.getString(1),
            flow,
            source,
            ids.toArray(String[]::new)));
  }

  /** What stands in the lanes of a flow's documents; an idle lane is left out, as it has no row. */
  static Map<String, InLane> lanes(DataSource database, FlowLine line, List<String> ids) {
    String[] keys =
        ids.stream()
            .map(id -> LaneKey.of(line.config(), line.from().name(), id))
            .toArray(String[]::new);
    return Transactions.single(database, c -> lanes(c, keys));
  }

  private static Map<String, InLane> lanes(Connection connection, String[] keys)
      throws SQLException {
    return Jdbc.query(
            connection,
            """
            select m.source_id, bool_and(m.state = 'dead') as dead
            from lane l join message m on m.lane = l.id and m.finished is null
            where l.key = any(?)
            group by m.source_id
            """,
            row ->
                Map.entry(
                    row.getString("source_id"),
                    row.getBoolean("dead") ? InLane.DEAD : InLane.WAITING),
            (Object) keys)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
