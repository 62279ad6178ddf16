package dev.kontor.engine.ledger;

import static dev.kontor.engine.db.Columns.flags;
import static dev.kontor.engine.db.Columns.ints;
import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of messages. Runs in the caller's transaction. */
public final class OutcomeStore {

  // What is rehearsed waits for nothing that could be missing too long.
  private static final String FINISH =
      """
      update message m set
        state = r.state, reason = r.reason, fault = r.fault,
        attempts = m.attempts + r.used,
        next_at = hub_now() + r.delay * interval '1 millisecond',
        waiting_since = case when r.state = 'waiting' and r.fault is distinct from '%s'
          then coalesce(m.waiting_since, hub_now()) end,
        finished = case when r.finished then hub_now() end
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bool[])
        as r(id, state, reason, fault, used, delay, finished)
      where m.id = r.id
      """
          .formatted(MessageState.Waiting.DRY_RUN);

  private final AttemptStore attempts = new AttemptStore();

  /** Stores what became of messages and one attempt row for each that was attempted. */
  public void finish(Connection connection, String node, List<Finish> finishes)
      throws SQLException {
    Jdbc.update(
        connection,
        FINISH,
        longs(finishes, f -> f.message().id()),
        texts(finishes, f -> f.state().key()),
        texts(finishes, f -> f.state().reasonText()),
        texts(finishes, f -> f.state().faultName()),
        ints(finishes, f -> countsAsAttempt(f.state()) ? 1 : 0),
        longs(finishes, f -> millis(f.state().delay())),
        flags(finishes, f -> f.state().isFinished()));
    attempts.add(connection, node, finishes);
  }

  private static boolean countsAsAttempt(MessageState state) {
    return state instanceof MessageState.Retrying retrying && retrying.countsAsAttempt();
  }

  private static @Nullable Long millis(@Nullable Duration delay) {
    return delay == null ? null : delay.toMillis();
  }
}
