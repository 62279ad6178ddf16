package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of one kind in shared catalogues. A catalogue names those it holds, or, if it holds all that
 * comes, those it does not.
 *
 * @param column of the catalogue, with their numbers
 */
record Holdings(String column, Table table) {
  private static final String ALL = "_all";

  /** Whether a catalogue holds what it does not name. */
  static void all(ObjectNode catalogue, boolean all) {
    catalogue.put(ALL, all);
  }

  private static boolean isAll(ObjectNode catalogue) {
    return catalogue.path(ALL).asBoolean(false);
  }

  private static String id(ObjectNode row) {
    return String.valueOf(Row.number(row, "id"));
  }

  List<ObjectNode> of(ObjectNode catalogue) {
    return table.all().stream().filter(row -> has(catalogue, row)).toList();
  }

  boolean has(ObjectNode catalogue, ObjectNode row) {
    return isAll(catalogue) != catalogue.path(column).has(id(row));
  }

  void set(ObjectNode catalogue, ObjectNode row, boolean held) {
    ObjectNode named = catalogue.withObjectProperty(column);
    if (isAll(catalogue) == held) {
      named.remove(id(row));
    } else {
      named.put(id(row), true);
    }
  }

  void only(ObjectNode catalogue, List<ObjectNode> held) {
    Set<String> ids = held.stream().map(Holdings::id).collect(Collectors.toSet());
    catalogue.putObject(column);
    table.all().forEach(row -> set(catalogue, row, ids.contains(id(row))));
  }
}
