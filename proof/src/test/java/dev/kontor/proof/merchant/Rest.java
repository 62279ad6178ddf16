package dev.kontor.proof.merchant;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a ledger that a hub has nothing left to do, so that what has not happened yet will not
 * happen: every source was read twice more, and meanwhile no message came or was open.
 */
public final class Rest {

  private static final int MOST = 5000;

  /** The second poll to end from now on began after now; the first may have read before. */
  private static final int ROUNDS = 2;

  // The end of a poll is the scheduler's; a poll that failed ends too, but moves no cursor.
  private static final String POLLS =
      """
      select c.flow, c.revision, t.last_success
      from cursor c join scheduled_tasks t on t.task_name = 'poll ' || c.flow
      """;

  private final DataSource ledger;
  private final Set<String> flows;
  private final Predicate<String> mayWait;

  /**
   * @param flows names of the flows whose source is polled
   */
  public Rest(DataSource ledger, Set<String> flows) {
    this(ledger, flows, open -> false);
  }

  private Rest(DataSource ledger, Set<String> flows, Predicate<String> mayWait) {
    this.ledger = ledger;
    this.flows = flows;
    this.mayWait = mayWait;
  }

  /**
   * The same, where some of what is open is left alone, as only people bring what it waits for.
   *
   * @param others what may wait, in words: number, flow, event and state
   */
  public Rest leaving(Predicate<String> others) {
    return new Rest(ledger, flows, others);
  }

  private record Poll(String flow, long revision, String ended) {}

  private record Sight(long messages, boolean open) {}

  /** Waits for rest; dead letters may lie there, as only a person or a new version moves them. */
  public void await(Duration most) {
    Look look = new Look();
    Await.until("rest", most, look::isUndisturbed, () -> look.seen + "; open " + open());
  }

  /** Waits until a poll of this flow that begins after this call is over. */
  public void awaitPoll(String flow, Duration most) {
    Rounds rounds = new Rounds(Set.of(flow));
    Await.until("two polls of " + flow, most, rounds::isOver, () -> "open " + open());
  }

  /** When the last poll of this flow that did not fail was over, in the scheduler's words. */
  public String lastPoll(String flow) {
    return Transactions.run(ledger, Rest::polls).stream()
        .filter(poll -> poll.flow().equals(flow))
        .map(Poll::ended)
        .findFirst()
        .orElse("");
  }

  private final class Look {
    private @Nullable Sight seen;
    private Rounds rounds = new Rounds(flows);

    boolean isUndisturbed() {
      Sight now = Transactions.run(ledger, c -> new Sight(messages(c), !left(c).isEmpty()));
      if (now.open() || !now.equals(seen)) {
        seen = now;
        rounds = new Rounds(flows);
      }
      return rounds.isOver();
    }
  }

  /** Whether each of some flows was polled twice since the first look. */
  private final class Rounds {
    private final Set<String> of;
    private final Map<String, Set<String>> ends = new HashMap<>();
    private final Map<String, Set<Long>> revisions = new HashMap<>();

    Rounds(Set<String> of) {
      this.of = of;
    }

    boolean isOver() {
      for (Poll poll : Transactions.run(ledger, Rest::polls)) {
        ends.computeIfAbsent(poll.flow(), f -> new HashSet<>()).add(poll.ended());
        revisions.computeIfAbsent(poll.flow(), f -> new HashSet<>()).add(poll.revision());
      }
      return of.stream()
          .allMatch(
              f ->
                  ends.getOrDefault(f, Set.of()).size() > ROUNDS
                      && revisions.getOrDefault(f, Set.of()).size() > ROUNDS);
    }
  }

  private List<String> left(Connection connection) throws SQLException {
    return open(connection).stream().filter(mayWait.negate()).toList();
  }

  /** What is open and not dead, in words. */
  public List<String> open() {
    return Transactions.run(ledger, Rest::open);
  }

  private static long messages(Connection connection) throws SQLException {
    return new DeskStore().counts(connection).stream().mapToLong(DeskStore.Count::count).sum();
  }

  private static List<Poll> polls(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        POLLS,
        row -> new Poll(row.getString(1), row.getLong(2), String.valueOf(row.getString(3))));
  }

  private static List<String> open(Connection connection) throws SQLException {
    return new DeskStore()
        .open(connection, MOST).stream()
            .filter(m -> !m.state().equals("dead"))
            .map(m -> m.number() + " " + m.flow() + " " + m.event() + " " + m.state())
            .toList();
  }
}
