package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.magento.ApiError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is kept in columns of numbers. */
final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d+(\\.\\d+)?\\s*");
  private static final int DECIMALS = 6;

  private Numbers() {}

  static String price(String sent) {
    if (!NUMBER.matcher(sent).matches() || new BigDecimal(sent.strip()).signum() < 0) {
      throw ApiError.of(400, "Please enter a number 0 or greater in this field.");
    }
    return new BigDecimal(sent.strip()).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  /** A text that is no number is zero. */
  static String choice(String sent) {
    if (sent.equals("true")) {
      return "1";
    }
    return NUMBER.matcher(sent).matches() ? sent.strip() : "0";
  }

  static String choices(JsonNode sent) {
    return sent.isArray()
        ? sent.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
        : sent.asString("");
  }
}
