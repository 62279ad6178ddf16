package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.ledger.LedgerStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Lets what was rehearsed go on when a hub starts: delivered if its flow is a dry run no longer,
 * else rehearsed anew with the mappings and settings of now.
 */
public final class Rehearsals {

  private final DataSource database;
  private final LaneStore lanes;
  private final LedgerStore ledger;
  private final RehearsalStore store = new RehearsalStore();

  public Rehearsals(DataSource database, LaneStore lanes, LedgerStore ledger) {
    this.database = database;
    this.lanes = lanes;
    this.ledger = ledger;
  }

  /** Orders are read again first, as the flow's conditions may be others now. */
  public void resume(Collection<FlowLine> lines) {
    List<String> keys = lines.stream().map(l -> WakeKeys.rehearsal(l.name())).sorted().toList();
    Set<String> orders =
        lines.stream()
            .filter(line -> line.config().kind() == FlowKind.ORDERS)
            .map(FlowLine::name)
            .collect(Collectors.toSet());
    Transactions.retrying(database, c -> resume(c, keys, orders));
  }

  private int resume(Connection connection, List<String> keys, Set<String> orders)
      throws SQLException {
    lanes.lockWaiting(connection, keys);
    ledger.append(connection, store.readAgain(connection, orders));
    return lanes.wake(connection, Set.copyOf(keys));
  }
}
