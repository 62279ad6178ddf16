package dev.kontor.engine.lane;

import static dev.kontor.engine.db.Columns.flags;
import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The lane and node tables. Every method runs in the caller's transaction. */
public final class LaneStore {

  // A claimed lane is due no more: whatever makes it due during the work, an append or a wake-up,
  // is kept by RELEASE, which takes the earlier of the two times. Materialized, as a plan may else
  // look for due lanes more than once and claim more than were asked for.
  private static final String CLAIM =
      """
      with due as materialized (
        select id from lane
        where due <= hub_now() and owner is null and priority <= ?
        order by %s limit ?
        for update skip locked)
      update lane set owner = ?, fence = fence + 1, due = null
      from due where lane.id = due.id
      returning lane.id, key, flow, fence
      """;

  private static final String CLAIM_BY_PRIORITY = CLAIM.formatted("priority, due");

  private static final String CLAIM_BY_AGE = CLAIM.formatted("due");

  // Compared again after the wait for a lock. Locked in the one order every transaction uses, so
  // that none wait for each other in a ring.
  private static final String HELD =
      """
      select r.at from lane l,
        unnest(?::bigint[], ?::bigint[]) with ordinality as r(id, fence, at)
      where l.id = r.id and l.fence = r.fence and l.owner = ?
      order by l.key for update of l
      """;

  // An idle lane is not given back first: its row would move through every index to be deleted.
  private static final String DROP_IDLE =
      """
      delete from lane l
      using unnest(?::bigint[], ?::bigint[], ?::bigint[]) as r(id, fence, done)
      where l.enqueued = l.finished + r.done
        and l.id = r.id and l.fence = r.fence and l.owner = ?
      returning l.id
      """;

  private static final String RELEASE =
      """
      update lane l set
        finished = l.finished + r.done,
        owner = case when r.keeps then l.owner end,
        due = least(l.due, hub_now() + r.delay * interval '1 millisecond'),
        wait_key = case when r.still then l.wait_key else r.wait_key end
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bool[], ?::bool[])
        as r(id, fence, done, delay, wait_key, still, keeps)
      where l.id = r.id and l.owner = ? and l.fence = r.fence
      """;

  private static final String WAITING_LOCK =
      "select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(?::text[]) as k(key) order by key";

  private static final String WAKE =
      """
      update lane set due = hub_now(), wait_key = null
      where wait_key is not null and wait_key = any(?)
      returning id
      """;

  private static final String WAKE_MESSAGES =
      """
      update message set next_at = null
      where lane = any(?) and finished is null and state = 'waiting'
      """;

  private static final String REAP =
      """
      update lane set owner = null, due = hub_now()
      where owner is not null
        and not exists (select 1 from node n where n.id = lane.owner and n.lease_until > hub_now())
      """;

  private static final String GIVE_BACK =
      "update lane set owner = null, due = hub_now() where owner = ? and not id = any(?)";

  private static final String JOIN =
      """
      insert into node (id, lease_until) values (?, hub_now() + ? * interval '1 millisecond')
      on conflict (id) do nothing
      """;

  private static final String HEARTBEAT =
      """
      update node set lease_until = hub_now() + ? * interval '1 millisecond'
      where id = ? and lease_until > hub_now()
      """;

  private static final String FORGET =
      """
      delete from node n
      where lease_until < hub_now() - interval '1 day'
        and not exists (select 1 from lane where owner = n.id)
      """;

  /**
   * Claims due lanes for this node.
   *
   * @param byAge true to ignore priority, so that no class starves
   */
  public List<Lane> claim(Connection connection, String node, int most, boolean byAge)
      throws SQLException {
    return claim(connection, node, most, byAge, Short.MAX_VALUE);
  }

  /**
   * As the other, but only lanes of some priorities.
   *
   * @param last priority; those after it are left
   */
  public List<Lane> claim(Connection connection, String node, int most, boolean byAge, int last)
      throws SQLException {
    return Jdbc.query(
        connection,
        byAge ? CLAIM_BY_AGE : CLAIM_BY_PRIORITY,
        row ->
            new Lane(
                row.getLong("id"),
                row.getString("key"),
                row.getString("flow"),
                row.getLong("fence")),
        last,
        most,
        node);
  }

  /**
   * Locks those of the lanes that are still ours under their fence; the rest another node has, or
   * this one by a later claim.
   */
  public Set<Lane> held(Connection connection, String node, List<Lane> claimed)
      throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            HELD,
            row -> claimed.get(row.getInt(1) - 1),
            longs(claimed, Lane::id),
            longs(claimed, Lane::fence),
            node));
  }

  /** Gives lanes back that were just found {@link #held}, and drops those with nothing left. */
  public void release(Connection connection, String node, List<Release> releases)
      throws SQLException {
    Set<Long> idle = dropIdle(connection, node, releases.stream().filter(r -> !r.keeps()).toList());
    List<Release> left = releases.stream().filter(r -> !idle.contains(r.lane().id())).toList();
    if (!left.isEmpty()) {
      Jdbc.update(
          connection,
          RELEASE,
          longs(left, r -> r.lane().id()),
          longs(left, r -> r.lane().fence()),
          longs(left, r -> (long) r.finished()),
          longs(left, r -> r.due() == null ? null : r.due().toMillis()),
          texts(left, Release::wakeKey),
          flags(left, Release::stillWaits),
          flags(left, Release::keeps),
          node);
    }
  }

  private static Set<Long> dropIdle(Connection connection, String node, List<Release> releases)
      throws SQLException {
    return releases.isEmpty()
        ? Set.of()
        : Set.copyOf(
            Jdbc.query(
                connection,
                DROP_IDLE,
                row -> row.getLong(1),
                longs(releases, r -> r.lane().id()),
                longs(releases, r -> r.lane().fence()),
                longs(releases, r -> (long) r.finished()),
                node));
  }

  /**
   * Serialises "it is missing, I wait" with "here it is, wake up" for these keys until the end of
   * the transaction, so that no wake-up falls between the two.
   */
  public void lockWaiting(Connection connection, List<String> wakeKeys) throws SQLException {
    if (!wakeKeys.isEmpty()) {
      Jdbc.query(connection, WAITING_LOCK, row -> true, (Object) wakeKeys.toArray(String[]::new));
    }
  }

  /** Makes lanes that wait for one of these keys due at once. */
  public int wake(Connection connection, Set<String> keys) throws SQLException {
    if (keys.isEmpty()) {
      return 0;
    }
    List<Long> woken =
        Jdbc.query(connection, WAKE, row -> row.getLong(1), (Object) keys.toArray(String[]::new));
    if (!woken.isEmpty()) {
      Jdbc.update(connection, WAKE_MESSAGES, (Object) woken.toArray(Long[]::new));
    }
    return woken.size();
  }

  /** Frees the lanes of nodes whose lease has run out. */
  public int reap(Connection connection) throws SQLException {
    return Jdbc.update(connection, REAP);
  }

  /** Forgets nodes that ended long ago; none of them can come back under its name. */
  public int forget(Connection connection) throws SQLException {
    return Jdbc.update(connection, FORGET);
  }

  /**
   * Takes a node's first lease.
   *
   * @return false if the name was used before
   */
  public boolean join(Connection connection, String node, Duration lease) throws SQLException {
    return Jdbc.update(connection, JOIN, node, lease.toMillis()) == 1;
  }

  /**
   * Prolongs this node's lease.
   *
   * @return false if it had already run out: the node must not act under it again
   */
  public boolean heartbeat(Connection connection, String node, Duration lease) throws SQLException {
    return Jdbc.update(connection, HEARTBEAT, lease.toMillis(), node) == 1;
  }

  /**
   * Gives back what a node owns but does not work on: lanes whose claim or release failed half way.
   *
   * @param inWork lanes the node does work on
   */
  public int giveBack(Connection connection, String node, List<Long> inWork) throws SQLException {
    return Jdbc.update(connection, GIVE_BACK, node, inWork.toArray(Long[]::new));
  }

  /** Gives everything of a node back at an orderly stop. */
  public void leave(Connection connection, String node) throws SQLException {
    Jdbc.update(connection, "update lane set owner = null, due = hub_now() where owner = ?", node);
    Jdbc.update(connection, "delete from node where id = ?", node);
  }
}
