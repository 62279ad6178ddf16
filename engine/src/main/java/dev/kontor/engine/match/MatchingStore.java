package dev.kontor.engine.match;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was compared and linked so far. Every method runs in the caller's transaction. */
public final class MatchingStore {

  /**
   * How far a flow has come.
   *
   * @param found pairs that the last comparison found not linked
   * @param isLinked whether a review was linked since
   */
  public record Standing(int found, boolean isLinked) {

    /** Whether nothing that is known to be at both ends is left unlinked by mistake. */
    public boolean isDone() {
      return found == 0 || isLinked;
    }
  }

  private static final String MATCHED =
      """
      insert into matching as m (flow, found) values (?, ?)
      on conflict (flow) do update set matched = hub_now(), found = excluded.found, linked = null
      """;

  private static final String LINKED =
      """
      insert into matching as m (flow, found, linked) values (?, 0, hub_now())
      on conflict (flow) do update set linked = hub_now()
      """;

  private static final String DEAD =
      "select id from message where effect_key = any(?) and finished is null and state = 'dead'";

  private MatchingStore() {}

  static void matched(Connection connection, String flow, int found) throws SQLException {
    Jdbc.update(connection, MATCHED, flow, found);
  }

  static void linked(Connection connection, String flow) throws SQLException {
    Jdbc.update(connection, LINKED, flow);
  }

  /** Empty if both ends of the flow were never compared. */
  public static Optional<Standing> of(Connection connection, String flow) throws SQLException {
    return Jdbc.query(
            connection,
            "select found, linked is not null as is_linked from matching where flow = ?",
            row -> new Standing(row.getInt("found"), row.getBoolean("is_linked")),
            flow)
        .stream()
        .findFirst();
  }

  /** Those of the lanes that a node works on just now. */
  static List<String> inWork(Connection connection, List<String> lanes) throws SQLException {
    return Jdbc.query(
        connection,
        "select key from lane where key = any(?) and owner is not null",
        row -> row.getString("key"),
        (Object) lanes.toArray(String[]::new));
  }

  /** Messages about these effects that only a person can help. */
  static List<Long> dead(Connection connection, List<String> effectKeys) throws SQLException {
    return Jdbc.query(
        connection, DEAD, row -> row.getLong("id"), (Object) effectKeys.toArray(String[]::new));
  }
}
