package dev.kontor.engine.backup;

import dev.kontor.engine.db.Jdbc;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;

/** Reads and writes whole tables as the catalogue names them, so that new tables are covered. */
final class SnapshotStore {
  private static final String TABLES =
      """
      select c.oid::regclass::text as name,
             (select string_agg(quote_ident(a.attname), ',' order by a.attnum)
              from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'flyway_schema_history'
      order by name
      """;

  private static final String REFERENCES =
      """
      select f.conrelid::regclass::text as name, f.confrelid::regclass::text as needs
      from pg_constraint f
      where f.contype = 'f' and f.conrelid <> f.confrelid
      """;

  private static final String SEQUENCES =
      """
      select format('%I.%I', schemaname, sequencename) as name, last_value
      from pg_sequences where schemaname = ? and last_value is not null order by name
      """;

  private static final String SET_SEQUENCE = "select setval(?::regclass, ?) as value";
  private static final String VERSION = "show server_version";
  private static final String UNREADABLE =
      """
      select count(*) as n from payload p
      where not exists (select from vault.key k where k.id = p.key)
      """;

  private static final String REGISTER_MASTERS =
      """
      insert into vault.master (id) select distinct master from vault.key
      on conflict do nothing
      """;

  private static final String AUDIT = "audit";

  private static final String PARTITIONED =
      "select relkind = 'p' as yes from pg_class where oid = 'audit'::regclass";

  // Months of the backup's rows; a database just made has only the present ones.
  private static final String MONTHS =
      """
      select audit_month(at)::text
      from (select min(at) as at from incoming
            group by date_trunc('month', at at time zone 'UTC')) as m
      """;

  private SnapshotStore() {}

  record Table(String name, List<String> columns) {}

  /** The schema's tables, each after those it references. */
  static List<Table> tables(Connection connection, String schema) throws SQLException {
    List<Table> tables =
        Jdbc.query(
            connection,
            TABLES,
            row ->
                new Table(row.getString("name"), List.of(row.getString("columns").split(",", -1))),
            schema);
    Map<String, Set<String>> needs = new HashMap<>();
    Jdbc.query(
            connection, REFERENCES, row -> List.of(row.getString("name"), row.getString("needs")))
        .forEach(pair -> needs.computeIfAbsent(pair.get(0), n -> new HashSet<>()).add(pair.get(1)));
    return referencedFirst(tables, needs);
  }

  static List<BackupManifest.SequenceEntry> sequences(Connection connection, String schema)
      throws SQLException {
    return Jdbc.query(
        connection,
        SEQUENCES,
        row -> new BackupManifest.SequenceEntry(row.getString("name"), row.getLong("last_value")),
        schema);
  }

  static void setSequence(Connection connection, BackupManifest.SequenceEntry sequence)
      throws SQLException {
    Jdbc.query(
        connection, SET_SEQUENCE, row -> row.getLong("value"), sequence.name(), sequence.last());
  }

  static String serverVersion(Connection connection) throws SQLException {
    return Jdbc.query(connection, VERSION, row -> row.getString("server_version")).getFirst();
  }

  static long unreadablePayloads(Connection connection) throws SQLException {
    return Jdbc.query(connection, UNREADABLE, row -> row.getLong("n")).getFirst();
  }

  static boolean hasRows(Connection connection, Table table) throws SQLException {
    String sql = "select exists (select from " + table.name() + ") as found";
    return Jdbc.query(connection, sql, row -> row.getBoolean("found")).getFirst();
  }

  /** Removes rows that migrations have put in; the backup has its own. */
  static void clear(Connection connection, String table) throws SQLException {
    Jdbc.update(connection, "delete from " + table);
  }

  /** Until the transaction's end rows may refer to what is loaded later. */
  static void deferConstraints(Connection connection) throws SQLException {
    Jdbc.update(connection, "set constraints all deferred");
  }

  /** Keys of releases before version 36 are loaded without what wraps them. */
  static void registerMasters(Connection connection) throws SQLException {
    Jdbc.update(connection, REGISTER_MASTERS);
  }

  /** Removes everything of the hub from the database. */
  static void dropSchemas(Connection connection) throws SQLException {
    Jdbc.update(connection, "drop schema if exists vault cascade");
    Jdbc.update(connection, "drop schema public cascade");
    Jdbc.update(connection, "create schema public");
  }

  /**
   * @return rows written
   */
  static long copyOut(Connection connection, Table table, OutputStream out)
      throws SQLException, IOException {
    String sql =
        "copy (select "
            + String.join(",", table.columns())
            + " from "
            + table.name()
            + ") to stdout (format binary)";
    return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
  }

  /**
   * @return rows read
   */
  static long copyIn(Connection connection, BackupManifest.TableEntry table, InputStream in)
      throws SQLException, IOException {
    if (!table.name().equals(AUDIT) || !isPartitioned(connection)) {
      return copyIn(connection, table.name(), table.columns(), in);
    }
    Jdbc.update(connection, "create temporary table incoming (like audit) on commit drop");
    long rows = copyIn(connection, "incoming", table.columns(), in);
    Jdbc.query(connection, MONTHS, row -> row.getString(1));
    String columns = String.join(",", table.columns());
    Jdbc.update(
        connection,
        "insert into audit (%s) overriding system value select %s from incoming"
            .formatted(columns, columns));
    return rows;
  }

  /** Backups of releases before version 6 are loaded into their own schema, then migrated. */
  private static boolean isPartitioned(Connection connection) throws SQLException {
    return Jdbc.query(connection, PARTITIONED, row -> row.getBoolean("yes")).getFirst();
  }

  private static long copyIn(
      Connection connection, String table, List<String> columns, InputStream in)
      throws SQLException, IOException {
    String sql =
        "copy " + table + " (" + String.join(",", columns) + ") from stdin (format binary)";
    return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
  }

  private static List<Table> referencedFirst(List<Table> tables, Map<String, Set<String>> needs) {
    List<Table> ordered = new ArrayList<>();
    List<Table> left = new ArrayList<>(tables);
    while (!left.isEmpty()) {
      Set<String> open = new HashSet<>(left.stream().map(Table::name).toList());
      List<Table> free =
          left.stream()
              .filter(
                  t -> needs.getOrDefault(t.name(), Set.of()).stream().noneMatch(open::contains))
              .toList();
      if (free.isEmpty()) {
        throw new BackupException("Tables reference each other in a circle: " + open);
      }
      ordered.addAll(free);
      left.removeAll(free);
    }
    return ordered;
  }
}
