package dev.kontor.engine.alert;

import dev.kontor.engine.config.Severity;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Alerts that stand and stood. Runs in the caller's transaction. */
final class AlertStore {

  /**
   * An alert as people see it.
   *
   * @param over null: it stands
   */
  record Kept(
      long id,
      Finding finding,
      Instant opened,
      @Nullable Instant told,
      @Nullable Instant over,
      @Nullable Instant acknowledged,
      @Nullable String acknowledgedBy) {}

  private AlertStore() {}

  /** Whether this process may look; no other does until the transaction ends. */
  static boolean mayLook(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select pg_try_advisory_xact_lock(hashtext('alerts')) as mine",
            row -> row.getBoolean("mine"))
        .getFirst();
  }

  /** Those that are not over. */
  static List<Standing> standing(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        """
        select id, finding, began, seen, opened, told, told_count,
               acknowledged is not null as acknowledged
        from alert where over is null order by id
        """,
        row ->
            new Standing(
                row.getLong("id"),
                finding(row),
                Objects.requireNonNull(Jdbc.instant(row, "began")),
                Objects.requireNonNull(Jdbc.instant(row, "seen")),
                Jdbc.instant(row, "opened"),
                Jdbc.instant(row, "told"),
                row.getLong("told_count"),
                row.getBoolean("acknowledged")));
  }

  static Finding finding(ResultSet row) throws SQLException {
    return ModelJson.mapper().readValue(row.getString("finding"), Finding.class);
  }

  static String text(Finding finding) {
    return ModelJson.mapper().writeValueAsString(finding);
  }

  /**
   * @return its id
   */
  static long add(Connection connection, Standing alert) throws SQLException {
    Finding finding = alert.finding();
    return Jdbc.query(
            connection,
            """
            insert into alert (rule, cause, severity, finding, began, seen, opened, told, told_count)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """,
            row -> row.getLong("id"),
            finding.rule().word(),
            finding.cause(),
            finding.severity().word(),
            text(finding),
            alert.began(),
            alert.seen(),
            alert.opened(),
            alert.told(),
            alert.toldCount())
        .getFirst();
  }

  static void change(Connection connection, Standing alert) throws SQLException {
    Jdbc.update(
        connection,
        """
        update alert set severity = ?, finding = ?, seen = ?, opened = ?, told = ?, told_count = ?
        where id = ?
        """,
        alert.finding().severity().word(),
        text(alert.finding()),
        alert.seen(),
        alert.opened(),
        alert.told(),
        alert.toldCount(),
        alert.id());
  }

  /** It is over; of what never opened nothing stays. */
  static void end(Connection connection, Standing alert, Instant now) throws SQLException {
    if (alert.opened() == null) {
      Jdbc.update(connection, "delete from alert where id = ?", alert.id());
    } else {
      Jdbc.update(connection, "update alert set over = ? where id = ?", now, alert.id());
    }
  }

  /** How many stand, by severity. */
  static Map<String, Long> open(Connection connection) throws SQLException {
    Map<String, Long> open = new HashMap<>();
    for (Severity severity : Severity.values()) {
      open.put(severity.word(), 0L);
    }
    Jdbc.query(
        connection,
        """
        select severity, count(*) as alerts from alert
        where opened is not null and over is null group by severity
        """,
        row -> open.put(row.getString("severity"), row.getLong("alerts")));
    return open;
  }

  /** Deletes what has been over for that long. */
  static void forget(Connection connection, Duration kept) throws SQLException {
    Jdbc.update(
        connection,
        "delete from alert where over < hub_now() - ? * interval '1 second'",
        kept.toSeconds());
  }

  /**
   * @param by name of the person
   * @return whether it stands and nobody had
   */
  static boolean acknowledge(Connection connection, long id, String by) throws SQLException {
    return Jdbc.update(
            connection,
            """
            update alert set acknowledged = hub_now(), acknowledged_by = ?
            where id = ? and opened is not null and over is null and acknowledged is null
            """,
            by,
            id)
        == 1;
  }

  /** Those that stand, then those that are over, the newest first. */
  static List<Kept> kept(Connection connection, int most) throws SQLException {
    return Jdbc.query(
        connection,
        """
        select id, finding, opened, told, over, acknowledged, acknowledged_by
        from alert where opened is not null
        order by over desc nulls first, id desc limit ?
        """,
        AlertStore::kept,
        most);
  }

  /** Empty if there is none. */
  static List<Kept> kept(Connection connection, long id) throws SQLException {
    return Jdbc.query(
        connection,
        """
        select id, finding, opened, told, over, acknowledged, acknowledged_by
        from alert where opened is not null and id = ?
        """,
        AlertStore::kept,
        id);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("id"),
        finding(row),
        Objects.requireNonNull(Jdbc.instant(row, "opened")),
        Jdbc.instant(row, "told"),
        Jdbc.instant(row, "over"),
        Jdbc.instant(row, "acknowledged"),
        row.getString("acknowledged_by"));
  }
}
