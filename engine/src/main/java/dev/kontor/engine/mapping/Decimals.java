package dev.kontor.engine.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Exact decimals to and from text. */
final class Decimals {

  private static final Pattern TEXT = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  /** A written-out number beyond this many digits is an attack or a fault, not an amount. */
  private static final int MOST_DIGITS = 100;

  private Decimals() {}

  /** The number a token or text states, empty if it states none or an absurdly long one. */
  static Optional<BigDecimal> of(JsonNode value) {
    if (value.isNumber()) {
      return bounded(value.decimalValue());
    }
    return value.isString() ? of(value.asString()) : Optional.empty();
  }

  static Optional<BigDecimal> of(String text) {
    return text.length() <= MOST_DIGITS && TEXT.matcher(text).matches()
        ? bounded(new BigDecimal(text))
        : Optional.empty();
  }

  private static Optional<BigDecimal> bounded(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS
        ? Optional.of(number)
        : Optional.empty();
  }
}
