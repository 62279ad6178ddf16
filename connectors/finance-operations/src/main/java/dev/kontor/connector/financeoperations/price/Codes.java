package dev.kontor.connector.financeoperations.price;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Codes are the same in capitals and small letters; the price engine compares them as they are. */
final class Codes {

  private Codes() {}

  static String upper(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  /** A row of posted agreements with all its codes in capitals. */
  static JsonNode upper(JsonNode row) {
    ObjectNode upper = row.deepCopy().asObject();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      String name = field.getKey();
      boolean code =
          name.endsWith("Id")
              || name.endsWith("Code")
              || name.endsWith("Number")
              || name.endsWith("Symbol");
      if (code && field.getValue().isString()) {
        upper.put(name, upper(field.getValue().asString()));
      }
    }
    return upper;
  }
}
