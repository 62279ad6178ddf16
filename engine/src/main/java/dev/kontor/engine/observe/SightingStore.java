package dev.kontor.engine.observe;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What processes saw of the connected systems. Runs in the caller's transaction. */
public final class SightingStore {

  /** A connection as a process sees it. */
  public record State(String connection, boolean unreachable, long budgetPercent) {}

  /**
   * What all processes saw.
   *
   * @param heard when a system last announced something, by connection
   * @param found when asking last found something, by flow
   * @param unreachable when a process last said so, by connection
   * @param budget the highest part used of requests, in per cent, by connection
   */
  public record Seen(
      Map<String, Instant> heard,
      Map<String, Instant> found,
      Map<String, Instant> unreachable,
      Map<String, Long> budget) {}

  private record Sighting(String kind, String subject, Instant at, long value) {}

  private static final String NOTED =
      """
      insert into sighting (kind, subject) select ?, unnest(?::text[])
      on conflict (kind, subject, node) do update set at = excluded.at
      """;

  // What a process said that is gone is no longer so.
  private static final String SEEN =
      """
      select kind, subject, max(at) as at, max(value) as value from sighting
      where node = '' or at > hub_now() - interval '1 minute'
      group by kind, subject
      """;

  private SightingStore() {}

  /** Something was announced by these connections and found by these flows. */
  public static void noted(Connection connection, List<String> heard, List<String> found)
      throws SQLException {
    Jdbc.update(connection, NOTED, "heard", heard.toArray(String[]::new));
    Jdbc.update(connection, NOTED, "found", found.toArray(String[]::new));
  }

  /** How a process sees all connections now. */
  public static void states(Connection connection, String node, List<State> states)
      throws SQLException {
    Jdbc.update(
        connection,
        "delete from sighting where node = ? or node <> '' and at < hub_now() - interval '1 hour'",
        node);
    for (State state : states) {
      if (state.unreachable()) {
        put(connection, "unreachable", state.connection(), node, 0);
      }
      put(connection, "budget", state.connection(), node, state.budgetPercent());
    }
  }

  private static void put(
      Connection connection, String kind, String subject, String node, long value)
      throws SQLException {
    Jdbc.update(
        connection,
        "insert into sighting (kind, subject, node, value) values (?, ?, ?, ?)",
        kind,
        subject,
        node,
        value);
  }

  /** What all processes saw of late. */
  public static Seen seen(Connection connection) throws SQLException {
    List<Sighting> all =
        Jdbc.query(
            connection,
            SEEN,
            row ->
                new Sighting(
                    row.getString("kind"),
                    row.getString("subject"),
                    Objects.requireNonNull(Jdbc.instant(row, "at")),
                    row.getLong("value")));
    return new Seen(
        of(all, "heard", Sighting::at),
        of(all, "found", Sighting::at),
        of(all, "unreachable", Sighting::at),
        of(all, "budget", Sighting::value));
  }

  private static <T> Map<String, T> of(
      List<Sighting> all, String kind, Function<Sighting, T> value) {
    return all.stream()
        .filter(sighting -> sighting.kind().equals(kind))
        .collect(Collectors.toMap(Sighting::subject, value));
  }
}
