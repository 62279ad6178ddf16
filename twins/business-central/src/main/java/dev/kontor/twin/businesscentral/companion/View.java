package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** A read-only page over rows that another page stores under other names. */
final class View implements Rules {
  private final Map<String, String> names;
  private final UnaryOperator<ObjectNode> filled;

  /**
   * A page that shows stored fields under its own names.
   *
   * @param names own name → stored name, for those that differ
   * @param filled adds what is computed
   */
  View(Map<String, String> names, UnaryOperator<ObjectNode> filled) {
    this.names = names;
    this.filled = filled;
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    return filled.apply(renamed(row, names));
  }

  /** The row with more names for what it stores; what is not stored keeps its column's blank. */
  static ObjectNode renamed(ObjectNode row, Map<String, String> names) {
    names.forEach(
        (own, stored) -> {
          if (row.has(stored)) {
            row.set(own, row.path(stored));
          }
        });
    return row;
  }

  /** A Yes that only an explicit No takes away. */
  static ObjectNode yes(ObjectNode row, String field) {
    return row.put(field, row.path(field).asBoolean(true));
  }

  /** An enumeration's member that holds while nothing else is stored. */
  static ObjectNode usual(ObjectNode row, String field, String member) {
    return Records.text(row, field).isEmpty() ? row.put(field, member) : row;
  }
}
