package dev.kontor.engine.ledger;

import dev.kontor.engine.DatabaseClock;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.lane.LaneStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger and its lanes on a database of their own, with a clock the test drives. */
public final class LedgerBench implements AutoCloseable {

  public final Database database = Database.forTests("Pacific/Chatham");
  public final DatabaseClock clock = new DatabaseClock(database.general());
  public final LedgerStore ledger = new LedgerStore();
  public final LaneStore lanes = new LaneStore();
  public final OutcomeStore outcomes = new OutcomeStore();
  public final DeskStore desk = new DeskStore();
  private final Set<String> nodes = new HashSet<>();

  public static Append notice(String lane, @Nullable String dedupe) {
    return Append.notice(lane, "flow", 5, "changed", "shop", lane, dedupe, null);
  }

  public static Append event(String lane, String name, @Nullable String effectKey) {
    return event(lane, 5, name, effectKey);
  }

  public static Append event(String lane, int priority, String name, @Nullable String effectKey) {
    return Append.event(
        lane, "flow", priority, name, "shop", lane, "number of " + lane, effectKey, null, null);
  }

  public int append(Append... messages) {
    return Transactions.retrying(database.hot(), c -> ledger.append(c, List.of(messages)));
  }

  public List<Lane> claim(String node, int most) {
    return Transactions.retrying(database.hot(), c -> lanes.claim(c, node, most, false));
  }

  public Lane claimOne(String node) {
    return claim(node, 1).getFirst();
  }

  public boolean heartbeat(String node, Duration lease) {
    boolean first = nodes.add(node);
    return Transactions.run(
        database.hot(), c -> first ? lanes.join(c, node, lease) : lanes.heartbeat(c, node, lease));
  }

  public List<Message> unfinished(Lane lane) {
    return Transactions.run(database.hot(), c -> ledger.unfinished(c, List.of(lane.id())));
  }

  /** Puts messages into a state and gives the lane back, as a round does. */
  public boolean finish(String node, Lane lane, List<Message> messages, MessageState state) {
    List<Message> seen = unfinished(lane);
    List<Finish> finishes = messages.stream().map(m -> Finish.quiet(m, state)).toList();
    @Nullable String key = state instanceof MessageState.Waiting waiting ? waiting.wakeKey() : null;
    return Transactions.retrying(
        database.hot(),
        c -> {
          if (lanes.held(c, node, List.of(lane)).isEmpty()) {
            return false;
          }
          outcomes.finish(c, node, finishes);
          lanes.release(c, node, List.of(LanePlan.release(lane, seen, finishes, key)));
          return true;
        });
  }

  public boolean finishAll(String node, Lane lane, MessageState state) {
    return finish(node, lane, unfinished(lane), state);
  }

  public int wake(String key) {
    return Transactions.retrying(database.hot(), c -> lanes.wake(c, Set.of(key)));
  }

  public List<String> states() {
    return column("select state from message order by id");
  }

  public long number(String sql) {
    return Long.parseLong(column(sql).getFirst());
  }

  public List<String> column(String sql) {
    return new ArrayList<>(
        Transactions.run(
            database.general(), c -> Jdbc.query(c, sql, row -> String.valueOf(row.getString(1)))));
  }

  @Override
  public void close() {
    database.close();
  }
}
