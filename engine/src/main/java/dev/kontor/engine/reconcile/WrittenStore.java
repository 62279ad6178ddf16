package dev.kontor.engine.reconcile;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How orders were written, by what the target confirmed last. */
final class WrittenStore {

  private static final String LAST =
      """
      select distinct on (m.source_id) m.source_id, coalesce(a.detail, '') as detail,
             coalesce(a.mapping, '') as mapping
      from message m join attempt a on a.message = m.id
      where m.flow = ? and m.source = ? and m.source_id = any(?) and m.kind = 'event'
        and a.outcome = 'Written' and (m.event = 'created' or m.event like 'edited:%')
      order by m.source_id, a.id desc
      """;

  private WrittenStore() {}

  /**
   * By source id; without those that were found in the target. Runs in the caller's transaction.
   */
  static Map<String, WrittenAs> last(
      Connection connection, String flow, String source, List<String> ids) throws SQLException {
    return Jdbc.query(
            connection,
            LAST,
            row ->
                Map.entry(
                    row.getString("source_id"),
                    new WrittenAs(row.getString("detail"), row.getString("mapping"))),
            flow,
            source,
            ids.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
