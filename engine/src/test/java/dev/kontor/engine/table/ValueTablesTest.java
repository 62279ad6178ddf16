package dev.kontor.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that a person enters holds in every process without a restart. */
class ValueTablesTest {

  private static final Map<String, ValueTable> CONFIGURED =
      Map.of("groups", new ValueTable("groups", Map.of("B2B", "TRADE")));

  @TempDir Path home;
  private final Database database = Database.forTests();
  private final ValueTables here = new ValueTables(database.hot(), CONFIGURED);
  private final ValueTables elsewhere = new ValueTables(database.hot(), CONFIGURED);
  private AuditStore audit;

  @BeforeEach
  void open() {
    audit =
        new AuditStore(
            Vault.open(
                database.general(),
                MasterKeys.load(Map.of(), home.resolve("key")),
                InstantSource.system()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static @Nullable String value(ValueTables tables, String key) {
    return tables.find("groups").orElseThrow().entries().get(key);
  }

  @Test
  void anotherProcessGoesByItFromItsNextHeartbeatOn() {
    here.put(audit, "groups", "B2C", "RETAIL", "ada", "new group");
    assertThat(value(here, "B2C")).isEqualTo("RETAIL");
    assertThat(value(elsewhere, "B2C")).isNull();
    elsewhere.refresh();
    assertThat(value(elsewhere, "B2C")).isEqualTo("RETAIL");
    assertThat(value(elsewhere, "B2B")).isEqualTo("TRADE");
    assertThat(value(ValueTables.read(database.general(), CONFIGURED), "B2C")).isEqualTo("RETAIL");
  }

  @Test
  void whatWasPutOverAConfiguredRowCanBeTakenBack() {
    here.put(audit, "groups", "B2B", "OTHER", "ada", "renamed");
    elsewhere.refresh();
    assertThat(value(elsewhere, "B2B")).isEqualTo("OTHER");
    assertThat(here.all().get("groups"))
        .extracting(ValueRow::key, ValueRow::value, ValueRow::from, ValueRow::configured)
        .containsExactly(tuple("B2B", "OTHER", "console", "TRADE"));
    here.put(audit, "groups", "B2B", null, "ben", "a mistake");
    elsewhere.refresh();
    assertThat(value(elsewhere, "B2B")).isEqualTo("TRADE");
    assertThat(here.all().get("groups"))
        .extracting(ValueRow::from)
        .containsExactly("configuration");
    assertThat(records())
        .containsExactly(
            "table.row groups:B2B is 'OTHER': renamed (ada)",
            "table.row groups:B2B as configured: a mistake (ben)");
  }

  private List<String> records() {
    return Transactions.run(
        database.general(),
        c ->
            Jdbc.query(
                c,
                "select kind || ' ' || subject || ' ' || details from audit order by id",
                row -> row.getString(1)));
  }
}
