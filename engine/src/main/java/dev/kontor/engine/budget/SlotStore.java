package dev.kontor.engine.budget;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The table of concurrent calls by pool and node. Every method runs in the caller's transaction.
 */
final class SlotStore {

  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 7))";

  private static final String DROP_DEAD =
      """
      delete from call_share s where s.pool = ?
        and not exists (select 1 from node n where n.id = s.node and n.lease_until > hub_now())
      """;

  private static final String SHARES = "select node, held, wants from call_share where pool = ?";

  // A node that lost its lease meanwhile gets nothing.
  private static final String PUT =
      """
      insert into call_share (pool, node, held, wants)
      select ?, id, ?, ? from node where id = ? and lease_until > hub_now()
      on conflict (pool, node) do update set held = excluded.held, wants = excluded.wants
      """;

  private static final String TURN = "select floor(extract(epoch from hub_now()) / 5)::bigint";

  /** What a node has and wants. */
  record Share(String node, int held, int wants) {}

  /** Makes all other processes wait that want to change this pool. */
  void lock(Connection connection, String pool) throws SQLException {
    Jdbc.query(connection, LOCK, row -> "", pool);
  }

  /** The shares of nodes whose lease holds. */
  List<Share> living(Connection connection, String pool) throws SQLException {
    Jdbc.update(connection, DROP_DEAD, pool);
    return Jdbc.query(
        connection,
        SHARES,
        row -> new Share(row.getString("node"), row.getInt("held"), row.getInt("wants")),
        pool);
  }

  /** Goes up every five seconds, for every process alike. */
  long turn(Connection connection) throws SQLException {
    return Jdbc.query(connection, TURN, row -> row.getLong(1)).getFirst();
  }

  /**
   * @return whether the node's lease holds, so that the share stands
   */
  boolean put(Connection connection, String pool, Share share) throws SQLException {
    return Jdbc.update(connection, PUT, pool, share.held(), share.wants(), share.node()) == 1;
  }
}
