package dev.kontor.twin.magento.search;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares as the shop's database does: text without regard to case, numbers by the digits a text
 * begins with, times without regard to an offset; what is no time is before all times
 * (magento/observed.md "Paging and filters").
 */
final class Comparison {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*([-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?).*", Pattern.DOTALL);
  private static final Pattern TIME =
      Pattern.compile(
          "\\s*(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2})(:\\d{2})?)?.*", Pattern.DOTALL);
  private static final String NO_TIME = "0000-00-00 00:00:00";

  private Comparison() {}

  static int of(Kind kind, JsonNode stored, String asked) {
    return switch (kind) {
      case NUMBER -> number(stored).compareTo(number(asked));
      case TEXT -> text(stored).compareToIgnoreCase(asked.stripTrailing());
      case TIME -> time(text(stored)).compareTo(time(asked));
    };
  }

  static int of(Kind kind, JsonNode one, JsonNode other) {
    return of(kind, one, text(other));
  }

  static String text(JsonNode stored) {
    return stored.isBoolean() ? number(stored).toString() : stored.asString("");
  }

  private static BigDecimal number(JsonNode stored) {
    if (stored.isBoolean()) {
      return stored.asBoolean() ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return stored.isNumber() ? stored.decimalValue() : number(stored.asString(""));
  }

  private static BigDecimal number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.matches() ? new BigDecimal(matcher.group(1)) : BigDecimal.ZERO;
  }

  private static String time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return NO_TIME;
    }
    String minutes = matcher.group(2) == null ? "00:00" : matcher.group(2);
    String seconds = matcher.group(3) == null ? ":00" : matcher.group(3);
    return matcher.group(1) + " " + minutes + seconds;
  }
}
