package dev.kontor.engine.ledger;

import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what becomes of messages, in the transaction that stores it. Runs in the caller's
 * transaction.
 */
public final class TallyStore {

  /** How long it is known minute by minute. */
  public static final int DAYS = 8;

  /** A finished message's outcome that says its effect was confirmed by the target. */
  private static final String WRITTEN = "Written";

  private static final String DEAD = "dead";

  private static final String ADD =
      """
      insert into tally as t (minute, flow, slot, done, skipped, discarded, dead, revived,
                              written, moved, last_written)
      select date_trunc('minute', hub_now()), flow, pg_backend_pid(), done, skipped, discarded, dead,
             revived, written, moved, case when written > 0 then hub_now() end
      from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                  ?::bigint[], ?::bigint[])
        as a(flow, done, skipped, discarded, dead, revived, written, moved)
      on conflict (minute, flow, slot) do update set
        done = t.done + excluded.done, skipped = t.skipped + excluded.skipped,
        discarded = t.discarded + excluded.discarded, dead = t.dead + excluded.dead,
        revived = t.revived + excluded.revived,
        written = t.written + excluded.written, moved = t.moved + excluded.moved,
        last_written = coalesce(excluded.last_written, t.last_written)
      """;

  // Sessions that may still count in a minute are left alone; one that comes later begins a row
  // anew, which the next time takes along.
  private static final String SUM_UP =
      """
      with taken as (
        delete from tally
        where minute > '-infinity' and minute < hub_now() - interval '10 minutes'
          and (slot <> 0 or minute < hub_now() - interval '%1$d days')
        returning *)
      insert into tally as t (minute, flow, slot, done, skipped, discarded, dead, revived,
                              written, moved, last_written)
      select case when minute < hub_now() - interval '%1$d days' then '-infinity' else minute end,
             flow, 0, sum(done), sum(skipped), sum(discarded), sum(dead), sum(revived),
             sum(written), sum(moved), max(last_written)
      from taken group by 1, 2
      on conflict (minute, flow, slot) do update set
        done = t.done + excluded.done, skipped = t.skipped + excluded.skipped,
        discarded = t.discarded + excluded.discarded, dead = t.dead + excluded.dead,
        revived = t.revived + excluded.revived,
        written = t.written + excluded.written, moved = t.moved + excluded.moved,
        last_written = greatest(excluded.last_written, t.last_written)
      """
          .formatted(DAYS);

  /** One flow's share of a batch. */
  private static final class Share {
    private final String flow;
    private final Map<String, Long> states = new TreeMap<>();
    private long revived;
    private long written;
    private long moved;

    Share(String flow) {
      this.flow = flow;
    }

    void count(String state, boolean wasDead, boolean confirmed) {
      states.merge(state, 1L, Long::sum);
      revived += wasDead && !state.equals(DEAD) ? 1 : 0;
      written += confirmed ? 1 : 0;
      moved++;
    }

    long of(String state) {
      return states.getOrDefault(state, 0L);
    }
  }

  /**
   * Counts what became of messages. To be the last statement of its transaction, as nobody may wait
   * for anything while he holds a row of it.
   */
  public void add(Connection connection, List<Finish> finishes) throws SQLException {
    Map<String, Share> shares = new TreeMap<>();
    for (Finish finish : finishes) {
      shares
          .computeIfAbsent(finish.message().flow(), Share::new)
          .count(
              finish.state().key(),
              finish.message().state().equals(DEAD),
              WRITTEN.equals(finish.outcome()));
    }
    store(connection, shares);
  }

  /** Counts messages that a person put into a state, dead or not; last, as {@link #add}. */
  public void decided(
      Connection connection, List<DecisionStore.Decided> messages, MessageState state)
      throws SQLException {
    Map<String, Share> shares = new TreeMap<>();
    for (DecisionStore.Decided message : messages) {
      shares.computeIfAbsent(message.flow(), Share::new).count(state.key(), true, false);
    }
    store(connection, shares);
  }

  private static void store(Connection connection, Map<String, Share> byFlow) throws SQLException {
    if (byFlow.isEmpty()) {
      return;
    }
    List<Share> shares = new ArrayList<>(byFlow.values());
    Jdbc.update(
        connection,
        ADD,
        texts(shares, s -> s.flow),
        longs(shares, s -> s.of("done")),
        longs(shares, s -> s.of("skipped")),
        longs(shares, s -> s.of("discarded")),
        longs(shares, s -> s.of(DEAD)),
        longs(shares, s -> s.revived),
        longs(shares, s -> s.written),
        longs(shares, s -> s.moved));
  }

  /** Makes few rows of what many sessions counted, and one of what is older than {@link #DAYS}. */
  public static void sumUp(Connection connection) throws SQLException {
    Jdbc.update(connection, SUM_UP);
  }
}
