package dev.kontor.engine.capture;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far sources have been read. Runs in the caller's transaction. */
public final class CursorStore {

  /**
   * @param value null before the first page
   * @param revision for compare-and-set
   */
  public record Position(@Nullable String value, long revision) {}

  public Position find(Connection connection, String flow) throws SQLException {
    return Jdbc.query(
            connection,
            "select value, revision from cursor where flow = ?",
            row -> new Position(row.getString(1), row.getLong(2)),
            flow)
        .stream()
        .findFirst()
        .orElse(new Position(null, 0));
  }

  /**
   * @return false if another process advanced it meanwhile; nothing of the page may be kept then
   */
  public boolean advance(Connection connection, String flow, Position from, String to)
      throws SQLException {
    return Jdbc.update(
            connection,
            """
            insert into cursor as c (flow, value, revision) values (?, ?, 1)
            on conflict (flow) do update set
              value = excluded.value, revision = c.revision + 1, updated = hub_now()
            where c.revision = ?
            """,
            flow,
            to,
            from.revision())
        == 1;
  }

  /** How long a source asked not to be read, by the database's clock; zero if it may be read. */
  public Duration deferral(Connection connection, String flow) throws SQLException {
    return Jdbc.query(
            connection,
            """
            select ceil(extract(epoch from not_before - hub_now()) * 1000)::bigint as left_ms
            from cursor where flow = ? and not_before > hub_now()
            """,
            row -> Duration.ofMillis(row.getLong("left_ms")),
            flow)
        .stream()
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /** Keeps every process from reading the source for so long. */
  public void defer(Connection connection, String flow, Duration by) throws SQLException {
    Jdbc.update(
        connection,
        """
        insert into cursor as c (flow, not_before)
        values (?, hub_now() + ? * interval '1 millisecond')
        on conflict (flow) do update set not_before = excluded.not_before
        """,
        flow,
        by.toMillis());
  }

  /** Reads everything since the beginning again; effects already known are not repeated. */
  public void reset(Connection connection, Optional<String> flow) throws SQLException {
    Jdbc.update(
        connection,
        "update cursor set value = null, revision = revision + 1 where ?::text is null or flow = ?",
        flow.orElse(null),
        flow.orElse(null));
  }
}
