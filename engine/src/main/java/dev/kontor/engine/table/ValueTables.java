package dev.kontor.engine.table;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The configured value tables with the rows that people put over them. The database is the truth;
 * every process reads it when {@link #refresh} finds that it has changed.
 */
public final class ValueTables implements Tables {

  /** What was read together. */
  private record Read(long revision, Map<String, ValueTable> tables) {}

  private final DataSource database;
  private final Map<String, ValueTable> configured;
  private final ValueRowStore store = new ValueRowStore();
  private volatile Read read;

  /**
   * @param configured by name; before {@link #refresh} nothing else is known
   */
  public ValueTables(DataSource database, Map<String, ValueTable> configured) {
    this.database = database;
    this.configured = Map.copyOf(configured);
    this.read = new Read(0, this.configured);
  }

  /** As they are in the database now. */
  public static ValueTables read(DataSource database, Map<String, ValueTable> configured) {
    ValueTables tables = new ValueTables(database, configured);
    tables.refresh();
    return tables;
  }

  @Override
  public Optional<ValueTable> find(String name) {
    return Optional.ofNullable(read.tables().get(name));
  }

  /** Takes over what people changed, in this process or another. */
  public synchronized void refresh() {
    if (configured.isEmpty()) {
      return; // no mapping can ask for a table
    }
    Transactions.execute(
        database,
        c -> {
          long revision = store.revision(c);
          if (revision != read.revision()) {
            read = new Read(revision, merged(store.all(c)));
          }
        });
  }

  private Map<String, ValueTable> merged(List<ValueRowStore.Own> rows) {
    Map<String, Map<String, String>> entries = new HashMap<>();
    configured.forEach((name, table) -> entries.put(name, new HashMap<>(table.entries())));
    for (ValueRowStore.Own row : rows) {
      Map<String, String> table = entries.get(row.name());
      String value = row.value();
      if (table != null && value != null) {
        table.put(row.key(), value);
      }
    }
    Map<String, ValueTable> tables = new HashMap<>();
    entries.forEach((name, table) -> tables.put(name, new ValueTable(name, table)));
    return tables;
  }

  /** Every table with its rows by key and where each comes from. */
  public SortedMap<String, List<ValueRow>> all() {
    List<ValueRowStore.Own> own = Transactions.run(database, store::all);
    SortedMap<String, List<ValueRow>> all = new TreeMap<>();
    configured.forEach((name, table) -> all.put(name, rows(table, own)));
    return all;
  }

  private static List<ValueRow> rows(ValueTable table, List<ValueRowStore.Own> own) {
    SortedMap<String, ValueRow> rows = new TreeMap<>();
    table.entries().forEach((key, value) -> rows.put(key, ValueRow.configured(key, value)));
    for (ValueRowStore.Own row : own) {
      String value = row.value();
      if (row.name().equals(table.name()) && value != null) {
        String before = table.entries().get(row.key());
        rows.put(
            row.key(),
            new ValueRow(row.key(), value, "console", before, row.by(), row.reason(), row.at()));
      }
    }
    return List.copyOf(rows.values());
  }

  /** Whether a table of that name is configured. */
  public boolean has(String name) {
    return configured.containsKey(name);
  }

  /**
   * Puts a row over the configured one; every process goes by it from its next heartbeat on.
   *
   * @param name of a configured table
   * @param value null to have the configured row, if any, hold again
   * @param by name of the person
   */
  public void put(
      AuditStore audit, String name, String key, @Nullable String value, String by, String reason) {
    String what = value == null ? "as configured" : "is '" + value + "'";
    Transactions.retrying(
        database,
        c -> {
          store.put(c, name, key, value, by, reason);
          AuditRow row =
              AuditRow.of("table.row", name + ":" + key, what + ": " + reason + " (" + by + ")");
          audit.append(c, List.of(row));
          return row;
        });
    refresh();
  }
}
