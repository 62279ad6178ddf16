package dev.kontor.engine.alert;

import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.Severity;
import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What receivers are to be told, and whether they were. Runs in the caller's transaction. */
final class NotificationStore {

  /**
   * One to be sent now.
   *
   * @param opened when the alert did
   * @param attempts this one included
   * @param now by the database's clock
   */
  record Due(
      UUID id,
      long alert,
      Tidings tidings,
      Finding finding,
      Instant opened,
      int attempts,
      Instant now) {}

  /**
   * One as people see it.
   *
   * @param finished when it was sent or given up, null if it waits
   * @param error why it did not arrive last time, null if it did or was not tried
   */
  record Kept(
      long alert,
      String receiver,
      String tidings,
      String state,
      int attempts,
      Instant created,
      @Nullable Instant finished,
      @Nullable String error) {}

  /** A receiver that was tried in vain. */
  record Unheard(String receiver, String error, long waiting, Instant since) {}

  // A node that sends is left alone as long as it lives; itself it takes up what it left.
  private static final String CLAIM =
      """
      update alert_notification n set owner = ?, attempts = attempts + 1
      from (
        select w.id from alert_notification w
        where w.receiver = ? and w.finished is null and w.due <= hub_now()
          and w.severity = any(?)
          and not exists (
            select from node o where o.id = w.owner and o.id <> ? and o.lease_until > hub_now())
          and not exists (
            select from alert_notification e
            where e.alert = w.alert and e.receiver = w.receiver and e.number < w.number
              and e.finished is null)
        order by w.number limit 1) as next
      where n.id = next.id
      returning n.id, n.alert, n.kind, n.finding, n.attempts, hub_now() as now,
        (select a.opened from alert a where a.id = n.alert) as opened
      """;

  private static final String ALONE =
      "select pg_advisory_xact_lock(hashtextextended(?, 11))::text as locked";

  private NotificationStore() {}

  /** Has a receiver told; what it was not told yet of the same alert is told no more. */
  static void add(
      Connection connection, long alert, AlertReceiver receiver, Tidings tidings, Finding finding)
      throws SQLException {
    Jdbc.update(
        connection,
        """
        insert into alert_notification (alert, receiver, kind, severity, finding)
        values (?, ?, ?, ?, ?)
        """,
        alert,
        receiver.name(),
        tidings.word(),
        finding.severity().word(),
        AlertStore.text(finding));
  }

  /** What waits of an alert is not told any more. */
  static void drop(Connection connection, long alert, String receiver) throws SQLException {
    Jdbc.update(
        connection,
        """
        update alert_notification set state = 'dropped', finished = hub_now()
        where alert = ? and receiver = ? and finished is null
        """,
        alert,
        receiver);
  }

  /** Whether a receiver was, or may have been, told of an alert. */
  static boolean isHeardOf(Connection connection, long alert, String receiver) throws SQLException {
    return Jdbc.query(
            connection,
            """
            select exists (
              select from alert_notification
              where alert = ? and receiver = ? and (state = 'sent' or attempts > 0)) as heard
            """,
            row -> row.getBoolean("heard"),
            alert,
            receiver)
        .getFirst();
  }

  /**
   * Nobody else claims for that receiver until the transaction ends: a claim that waited for
   * another's row would not see who has it.
   */
  static void alone(Connection connection, String receiver) throws SQLException {
    Jdbc.query(connection, ALONE, row -> true, "alert " + receiver);
  }

  /**
   * Takes the next one to be sent, the oldest first; empty if there is none. To be called {@link
   * #alone}.
   *
   * @param severities that the receiver is told of now
   */
  static List<Due> claim(
      Connection connection, String receiver, List<Severity> severities, String node)
      throws SQLException {
    return Jdbc.query(
        connection,
        CLAIM,
        row ->
            new Due(
                row.getObject("id", UUID.class),
                row.getLong("alert"),
                Tidings.of(row.getString("kind")),
                AlertStore.finding(row),
                Objects.requireNonNull(Jdbc.instant(row, "opened")),
                row.getInt("attempts"),
                Objects.requireNonNull(Jdbc.instant(row, "now"))),
        node,
        receiver,
        severities.stream().map(Severity::word).toArray(String[]::new),
        node);
  }

  /**
   * @param note what did not go as it should all the same, null if nothing
   */
  static void sent(Connection connection, UUID id, @Nullable String note) throws SQLException {
    Jdbc.update(
        connection,
        """
        update alert_notification set state = 'sent', finished = hub_now(), error = ?
        where id = ? and finished is null
        """,
        note,
        id);
  }

  /** It did not arrive and is tried again, unless it has become too old. */
  static void failed(Connection connection, UUID id, String why, Duration again, Duration giveUp)
      throws SQLException {
    Jdbc.update(
        connection,
        """
        update alert_notification set error = ?, owner = null,
          due = hub_now() + ? * interval '1 millisecond',
          state = case when created < hub_now() - ? * interval '1 second'
                  then 'failed' else state end,
          finished = case when created < hub_now() - ? * interval '1 second'
                     then hub_now() end
        where id = ? and finished is null
        """,
        why,
        again.toMillis(),
        giveUp.toSeconds(),
        giveUp.toSeconds(),
        id);
  }

  /** What nobody could send for that long, as its receiver is configured no longer, is given up. */
  static void giveUp(Connection connection, Duration after) throws SQLException {
    Jdbc.update(
        connection,
        """
        update alert_notification set state = 'failed', finished = hub_now()
        where finished is null and created < hub_now() - ? * interval '1 second'
        """,
        after.toSeconds());
  }

  /** Receivers that have something waiting that was tried and did not arrive. */
  static List<Unheard> unheard(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        """
        select receiver, max(error) as error, count(*) as waiting, min(created) as since
        from alert_notification where finished is null
        group by receiver having max(error) is not null order by receiver
        """,
        row ->
            new Unheard(
                row.getString("receiver"),
                row.getString("error"),
                row.getLong("waiting"),
                Objects.requireNonNull(Jdbc.instant(row, "since"))));
  }

  /** What was told of these alerts, the oldest first. */
  static List<Kept> of(Connection connection, List<Long> alerts) throws SQLException {
    return Jdbc.query(
        connection,
        """
        select alert, receiver, kind, state, attempts, created, finished, error
        from alert_notification where alert = any(?) order by number
        """,
        row ->
            new Kept(
                row.getLong("alert"),
                row.getString("receiver"),
                row.getString("kind"),
                row.getString("state"),
                row.getInt("attempts"),
                Objects.requireNonNull(Jdbc.instant(row, "created")),
                Jdbc.instant(row, "finished"),
                row.getString("error")),
        (Object) alerts.toArray(Long[]::new));
  }
}
