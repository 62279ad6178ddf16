package dev.kontor.engine.problem;

import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.model.ModelJson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What errors mean. Each connector ships rows about its system's words ({@code
 * problems/<id>.json}), the hub those about its own; the first that fits explains, and the last
 * rows fit every error of their class.
 */
public final class Catalogue {

  /** A row as its file has it. */
  record Row(
      @Nullable String fault,
      @Nullable List<String> says,
      @Nullable String cause,
      @Nullable String key,
      Words what,
      Words todo) {

    Explanation explanation() {
      return new Explanation(
          fault,
          says == null ? List.of() : says,
          cause,
          key == null ? null : Pattern.compile(key),
          what,
          todo);
    }
  }

  private static final String HUB = "hub";

  private final List<Explanation> rows;

  private Catalogue(List<Explanation> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Of the hub and every installed connector. */
  public static Catalogue of(ConnectorSchemas installed) {
    List<Explanation> rows = new ArrayList<>();
    installed.connectors().stream().sorted().forEach(id -> rows.addAll(rows(installed, id)));
    rows.addAll(rows(installed, HUB));
    return new Catalogue(rows);
  }

  private static List<Explanation> rows(ConnectorSchemas installed, String of) {
    return installed
        .problems(of)
        .map(text -> List.of(ModelJson.mapper().readValue(text, Row[].class)))
        .orElse(List.of())
        .stream()
        .map(Row::explanation)
        .toList();
  }

  /** The hub's last row fits whatever nothing else does. */
  Explanation explain(String fault, String error) {
    return rows.stream().filter(row -> row.fits(fault, error)).findFirst().orElseThrow();
  }
}
