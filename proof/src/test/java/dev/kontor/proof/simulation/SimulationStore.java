package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Jdbc;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The database's clock, driven; an empty ledger for each history; and what is left at its end. */
final class SimulationStore {

  /** A file's length does not change while a statement runs; only then may the planner use it. */
  private static final String STABLE = "alter function pg_stat_file(text) stable";

  private static final String NOW =
      """
      select format($f$
          create or replace function hub_now() returns timestamptz language sql stable as $$
          select coalesce(timestamptz %L
              + nullif((pg_stat_file(%L)).size, 0) * interval '1 microsecond',
              statement_timestamp()) $$ $f$, ?::text, ?::text)
      """;

  /** Partitioned tables keep nothing themselves, and have no such settings. */
  private static final String QUIET =
      """
      select format('alter table %I set (autovacuum_enabled = off)', relname) from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
      union all
      select format('alter table %s disable trigger audit_no_truncate', tgrelid::regclass)
      from pg_trigger where tgname = 'audit_no_truncate'
      """;

  /** Emptying a table costs as much as a hundred rows; most are never used. */
  private static final String USED =
      """
      select format('%I', relname) from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname not in ('flyway_schema_history', 'installation') and pg_relation_size(oid) > 0
      """;

  private static final String RESTART =
      """
      select setval(format('%I.%I', schemaname, sequencename), start_value, false)
      from pg_sequences where schemaname = 'public'
      """;

  /** A cancellation passes what is stuck, but only to be put before a person. */
  private static final String LEFT =
      """
      select 'open ' || flow || ' ' || event || ' of ' || source_id || ' ' || state || ' '
             || coalesce(reason, '') as text
      from message where finished is null
      union all select 'lane ' || key || ' ' || enqueued || '/' || finished || ' owner '
             || coalesce(owner, 'nobody') || ' due ' || coalesce(due::text, 'never') from lane
      union all select 'open intent ' || key from intent where state = 'open'
      union all select 'event tried before an earlier one was finished: ' || late.flow || ' '
             || late.source_id || ' ' || late.event
      from message early join message late
        on late.flow = early.flow and late.source_id = early.source_id and late.id > early.id
       and late.kind = 'event' and early.kind = 'event'
      where (select min(id) from attempt
             where message = late.id
               and (late.event not in ('cancelled', 'reopened') or outcome = 'Written'))
          < (select max(id) from attempt where message = early.id)
      """;

  private static final String DURABLE =
      """
      select kind || ' ' || flow || case kind when 'notice' then '' else ' ' || event end || ' '
             || state || ' ' || id from message
      union all select 'intent ' || m.flow || ' ' || i.state || ' ' || m.id
      from intent i join message m on m.id = i.message
      union all select 'lane ' || flow || ' owned' from lane where owner is not null
      """;

  private SimulationStore() {}

  /**
   * @param clock as {@link DatabaseClock} has it
   */
  static void prepare(Connection connection, Path clock) throws SQLException {
    Jdbc.update(connection, STABLE);
    Jdbc.update(
        connection,
        Jdbc.query(
                connection,
                NOW,
                row -> row.getString(1),
                World.BEGIN.toString(),
                clock.toAbsolutePath().toString())
            .getFirst());
    for (String statement : Jdbc.query(connection, QUIET, row -> row.getString(1))) {
      Jdbc.update(connection, statement);
    }
  }

  /**
   * Plans are made once per history, of tables as they are then, and not again by what was seen in
   * others.
   */
  static void steady(Connection connection) throws SQLException {
    Jdbc.update(connection, "set plan_cache_mode = force_generic_plan");
  }

  /** As if just made: also what lay where, which decides in what order rows are found. */
  static void empty(Connection connection) throws SQLException {
    List<String> used = Jdbc.query(connection, USED, row -> row.getString(1));
    if (!used.isEmpty()) {
      Jdbc.update(connection, "truncate " + String.join(", ", used));
    }
    Jdbc.query(connection, RESTART, row -> row.getString(1));
  }

  /** When the next lane is due, empty for never. */
  static Optional<Instant> nextDue(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select due from lane where owner is null and due is not null order by due limit 1",
            row -> Objects.requireNonNull(Jdbc.instant(row, "due")))
        .stream()
        .findFirst();
  }

  /** What should not be there once everything has settled. */
  static List<String> left(Connection connection) throws SQLException {
    return Jdbc.query(connection, LEFT, row -> row.getString(1));
  }

  /** What the ledger says happened, in words. */
  static List<String> durable(Connection connection) throws SQLException {
    return Jdbc.query(connection, DURABLE, row -> row.getString(1));
  }

  /** One past the number of the last transaction that wrote and has ended. */
  static String lastTransaction(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select pg_snapshot_xmax(pg_current_snapshot())::text",
            row -> row.getString(1))
        .getFirst();
  }

  /** How far the source of each flow has been read. */
  static Map<String, String> cursors(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select flow, coalesce(value, '') from cursor",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static boolean hasOpenMessages(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select exists (select 1 from message where finished is null)"
                + " or exists (select 1 from lane)",
            row -> row.getBoolean(1))
        .getFirst();
  }

  /** Dead letters that only a person can settle, oldest first. */
  static List<Long> deadLetters(Connection connection, String fault) throws SQLException {
    return Jdbc.query(
        connection,
        "select id from message where state = 'dead' and fault = ? order by id",
        row -> row.getLong(1),
        fault);
  }

  /** Order ids with an event of that beginning in that state. */
  static List<String> ordersWith(Connection connection, String event, String state)
      throws SQLException {
    return Jdbc.query(
        connection,
        "select source_id from message where flow = 'orders' and event like ? and state = ?",
        row -> row.getString(1),
        event + "%",
        state);
  }

  static void keepKey(Connection connection, String name, byte[] wrapped, String master)
      throws SQLException {
    Jdbc.update(
        connection, "insert into vault.master (id) values (?) on conflict do nothing", master);
    Jdbc.update(
        connection,
        "insert into vault.key (kind, name, wrapped, master) values ('secret', ?, ?, ?)",
        name.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        wrapped,
        master);
  }
}
