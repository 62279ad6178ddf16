package dev.kontor.engine;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.table.ValueRow;
import dev.kontor.engine.table.ValueTables;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Value tables as people see and change them. */
public final class TableDesk {

  private final ValueTables tables;
  private final AuditStore audit;

  TableDesk(ValueTables tables, AuditStore audit) {
    this.tables = tables;
    this.audit = audit;
  }

  /** Every table with its rows by key and where each comes from. */
  public SortedMap<String, List<ValueRow>> all() {
    return tables.all();
  }

  /**
   * Puts a row over the configured one, for every process.
   *
   * @param value null to have the configured row, if any, hold again
   * @param by name of the person
   * @return false if no table of that name is configured
   */
  public boolean put(String name, String key, @Nullable String value, String by, String reason) {
    if (!tables.has(name)) {
      return false;
    }
    tables.put(audit, name, key, value, by, reason);
    return true;
  }
}
