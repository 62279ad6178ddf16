package dev.kontor.engine.ledger;

import static dev.kontor.engine.db.Columns.longs;
import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Every try of a message. Runs in the caller's transaction. */
final class AttemptStore {

  private static final String ATTEMPT =
      """
      insert into attempt (message, node, outcome, detail, mapping, millis)
      select message, ?, outcome, detail, mapping, millis
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
        as a(message, outcome, detail, mapping, millis)
      """;

  /**
   * Stores a row for each that was attempted.
   *
   * @param node that tried
   */
  void add(Connection connection, String node, List<Finish> finishes) throws SQLException {
    List<Finish> attempted = finishes.stream().filter(f -> f.outcome() != null).toList();
    if (!attempted.isEmpty()) {
      Jdbc.update(
          connection,
          ATTEMPT,
          node,
          longs(attempted, f -> f.message().id()),
          texts(attempted, Finish::outcome),
          texts(attempted, Finish::detail),
          texts(attempted, Finish::mapping),
          longs(attempted, Finish::millis));
    }
  }
}
