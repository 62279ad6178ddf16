package dev.kontor.twin.magento.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One condition of a group (magento/contract.md §2). A condition type the shop does not know is
 * taken as equality (magento/observed.md "Errors").
 */
record Filter(String field, String value, String condition) {

  boolean matches(Columns columns, ObjectNode row) {
    Kind kind = columns.kind(field);
    JsonNode stored = columns.of(row, field);
    return switch (condition) {
      case "null" -> stored == null;
      case "notnull" -> stored != null;
      default -> stored != null && compares(kind, stored);
    };
  }

  boolean isNaming(String column) {
    return field.equals(column) && (condition.equals("eq") || condition.equals("in"));
  }

  Stream<String> named() {
    return condition.equals("in") ? listed() : Stream.of(value);
  }

  private boolean compares(Kind kind, JsonNode stored) {
    return switch (condition) {
      case "neq" -> compared(kind, stored, value) != 0;
      case "gt" -> compared(kind, stored, value) > 0;
      case "gteq", "moreq", "from" -> compared(kind, stored, value) >= 0;
      case "lt" -> compared(kind, stored, value) < 0;
      case "lteq", "to" -> compared(kind, stored, value) <= 0;
      case "like" -> isLike(stored);
      case "nlike" -> !isLike(stored);
      case "in" -> listed().anyMatch(v -> compared(kind, stored, v) == 0);
      case "nin" -> listed().noneMatch(v -> compared(kind, stored, v) == 0);
      case "finset" -> isInSet(stored);
      case "nfinset" -> !isInSet(stored);
      default -> compared(kind, stored, value) == 0;
    };
  }

  private static int compared(Kind kind, JsonNode stored, String asked) {
    return Comparison.of(kind, stored, asked);
  }

  private Stream<String> listed() {
    return Arrays.stream(value.split(",", -1));
  }

  /** Whether a stored list "1,2,3" has the value. */
  private boolean isInSet(@Nullable JsonNode stored) {
    return stored != null
        && Arrays.stream(Comparison.text(stored).split(",", -1)).anyMatch(value::equalsIgnoreCase);
  }

  private boolean isLike(JsonNode stored) {
    StringBuilder pattern = new StringBuilder();
    for (char c : value.toLowerCase(Locale.ROOT).toCharArray()) {
      pattern.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL)
        .matcher(Comparison.text(stored).toLowerCase(Locale.ROOT))
        .matches();
  }
}
