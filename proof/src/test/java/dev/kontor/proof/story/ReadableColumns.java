package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/**
 * Every column of a ledger and its vault whose text or bytes a thief of the database could read.
 */
final class ReadableColumns {

  private static final String COLUMNS =
      """
      select table_schema || '.' || table_name, quote_ident(column_name)
      from information_schema.columns
      where table_schema in ('public', 'vault')
        and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
      """;

  private record Column(String table, String name) {
    String search() {
      return "select count(*) from "
          + table
          + " where position(? in lower("
          + name
          + "::text)) > 0"
          + " or position(? in lower("
          + name
          + "::text)) > 0";
    }
  }

  private final DataSource database;
  private final List<Column> columns;

  ReadableColumns(DataSource database) {
    this.database = database;
    this.columns =
        Transactions.run(
            database,
            c -> Jdbc.query(c, COLUMNS, row -> new Column(row.getString(1), row.getString(2))));
    assertThat(columns).hasSizeGreaterThan(30);
  }

  /** Columns that hold the text, in any case, as it is or as bytes. */
  List<String> with(String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return columns.stream()
        .filter(
            column ->
                Transactions.run(
                    database,
                    c ->
                        Jdbc.query(c, column.search(), row -> row.getLong(1) > 0, text, hex)
                            .getFirst()))
        .map(column -> text + " in " + column)
        .toList();
  }
}
