package dev.kontor.engine.reconcile;

import dev.kontor.engine.capture.SourceReading;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.LedgerStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What the ledger has of polled documents. */
final class InLedgerStore {

  private InLedgerStore() {}

  /** By source id. */
  static Map<String, InLedger> of(DataSource database, FlowLine line, List<String> ids) {
    Map<String, InLane> lanes = WaitingStore.lanes(database, line, ids);
    return Transactions.run(database, c -> of(c, line, ids, lanes));
  }

  private static Map<String, InLedger> of(
      Connection connection, FlowLine line, List<String> ids, Map<String, InLane> lanes)
      throws SQLException {
    String source = line.from().name();
    Map<String, String> versions =
        new LedgerStore()
            .seen(
                connection, line.name(), source, ids.stream().map(SourceReading::dedupe).toList());
    Set<String> discarded = discarded(connection, line.name(), source, ids);
    Map<String, InLedger> known = new HashMap<>();
    for (String id : ids) {
      known.put(
          id,
          new InLedger(
              lanes.getOrDefault(id, InLane.NOTHING),
              versions.get(SourceReading.dedupe(id)),
              discarded.contains(id)));
    }
    return known;
  }

  /** Those of which a person took out the last message. */
  private static Set<String> discarded(
      Connection connection, String flow, String source, List<String> ids) throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            """
            select source_id from (
              select distinct on (source_id) source_id, state, by from message
              where flow = ? and source = ? and source_id = any(?)
              order by source_id, id desc) as last
            where state = 'discarded' or by is not null
            """,
            row -> row.getString(1),
            flow,
            source,
            ids.toArray(String[]::new)));
  }
}
