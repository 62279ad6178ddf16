package dev.kontor.twin.magento;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Where two answers differ; numbers are compared by value, PHP's float noise is none. */
final class Likeness {
  private static final BigDecimal NOISE = new BigDecimal("0.000000001");

  private final Set<String> ignored;
  private final List<String> differences = new ArrayList<>();

  private Likeness(Set<String> ignored) {
    this.ignored = ignored;
  }

  /** Each difference as path, recorded and got; fields of the ignored names are not looked at. */
  static List<String> differences(JsonNode recorded, JsonNode got, Set<String> ignored) {
    Likeness likeness = new Likeness(ignored);
    likeness.compare("", recorded, got);
    return likeness.differences;
  }

  private void compare(String path, JsonNode recorded, JsonNode got) {
    if (recorded.isObject() && got.isObject()) {
      Set<String> names = new TreeSet<>(recorded.propertyNames());
      names.addAll(got.propertyNames());
      names.removeAll(ignored);
      names.forEach(n -> compare(path + "/" + n, recorded.path(n), got.path(n)));
    } else if (recorded.isArray() && got.isArray() && recorded.size() == got.size()) {
      for (int i = 0; i < recorded.size(); i++) {
        compare(path + "/" + i, recorded.path(i), got.path(i));
      }
    } else if (recorded.isNumber() && got.isNumber()) {
      BigDecimal apart = recorded.decimalValue().subtract(got.decimalValue()).abs();
      if (apart.compareTo(NOISE) > 0) {
        differences.add(path + " " + recorded + " | " + got);
      }
    } else if (!recorded.equals(got)) {
      differences.add(path + " " + shown(recorded) + " | " + shown(got));
    }
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "absent" : node.toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
