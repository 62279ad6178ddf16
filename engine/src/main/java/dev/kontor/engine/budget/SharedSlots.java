package dev.kontor.engine.budget;

import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One pool of slots shared by all processes through the database. A share lives as long as its
 * node's lease: what a dead process held is free when its lease has run out, and a process that was
 * paused beyond its lease finds its share gone.
 *
 * @param name of the pool
 * @param size slots in all
 * @param node this process's lease
 */
record SharedSlots(DataSource database, String name, int size, Supplier<? extends NodePermit> node)
    implements SlotPool {

  private static final SlotStore STORE = new SlotStore();

  @Override
  public Grant settle(int inUse, int wants) {
    NodePermit lease = node.get();
    return Transactions.run(database, c -> settle(c, lease, inUse, wants));
  }

  private Grant settle(Connection connection, NodePermit lease, int inUse, int wants)
      throws SQLException {
    STORE.lock(connection, name);
    Map<String, Integer> wanted = new HashMap<>();
    int othersHold = 0;
    for (SlotStore.Share share : STORE.living(connection, name)) {
      if (!share.node().equals(lease.node())) {
        wanted.put(share.node(), share.wants());
        othersHold += share.held();
      }
    }
    wanted.put(lease.node(), wants);
    int fair = FairShare.of(size, wanted, STORE.turn(connection)).getOrDefault(lease.node(), 0);
    int may = Math.max(0, Math.min(fair, size - othersHold));
    int held = Math.max(inUse, may);
    return STORE.put(connection, name, new SlotStore.Share(lease.node(), held, wants))
        ? new Grant(may, lease)
        : Grant.NONE;
  }
}
