package dev.kontor.twin.kit.odata;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Comparison of stored values and literals by column type. */
final class Values {
  private Values() {}

  static int compare(JsonNode left, JsonNode right, EdmType type) {
    return switch (type) {
      case DECIMAL, INT32 -> left.decimalValue().compareTo(right.decimalValue());
      case BOOLEAN -> Boolean.compare(left.asBoolean(), right.asBoolean());
      case GUID -> lower(left).compareTo(lower(right));
      case DATETIME -> instant(left).compareTo(instant(right));
      case STRING, DATE, ENUM, STREAM -> left.asString().compareTo(right.asString());
    };
  }

  private static String lower(JsonNode node) {
    return node.asString().toLowerCase(Locale.ROOT);
  }

  private static java.time.Instant instant(JsonNode node) {
    return OffsetDateTime.parse(node.asString()).toInstant();
  }

  /** Order of rows by these columns, then by insertion; the key is a row's values and place. */
  static Comparator<List<JsonNode>> order(List<QueryOptions.Sort> sorts, Table table) {
    return (left, right) -> {
      for (int i = 0; i < sorts.size(); i++) {
        EdmType type = table.column(sorts.get(i).column()).orElseThrow().type();
        int difference = compare(left.get(i), right.get(i), type);
        if (difference != 0) {
          return sorts.get(i).descending() ? -difference : difference;
        }
      }
      return Long.compare(left.getLast().asLong(), right.getLast().asLong());
    };
  }
}
