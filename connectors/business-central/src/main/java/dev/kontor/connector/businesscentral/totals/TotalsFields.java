package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one object of a case; numbers are exact, as decimal strings or JSON numbers. */
final class TotalsFields {

  private TotalsFields() {}

  /** Null if absent. */
  static @Nullable BigDecimal number(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    return value.isString() ? new BigDecimal(value.asString()) : null;
  }

  static BigDecimal number(JsonNode json, String name, BigDecimal otherwise) {
    BigDecimal value = number(json, name);
    return value == null ? otherwise : value;
  }

  /**
   * @throws IllegalArgumentException if it is absent
   */
  static BigDecimal required(JsonNode json, String name) {
    BigDecimal value = number(json, name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing; give it as a decimal string");
    }
    return value;
  }

  /** To the nearest if absent. */
  static Rounding direction(JsonNode json) {
    return Rounding.valueOf(json.asString("Nearest").toUpperCase(Locale.ROOT));
  }
}
