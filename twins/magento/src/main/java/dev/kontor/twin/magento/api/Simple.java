package dev.kontor.twin.magento.api;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** Values of simple types: numeric text is a number, anything scalar is text. */
final class Simple {
  private static final Set<String> TYPES = Set.of("int", "float", "string", "bool");
  private static final Set<String> TRUE = Set.of("1", "true", "on", "yes");
  private static final Pattern NUMERIC =
      Pattern.compile("\\s*[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,2})?\\s*");

  private Simple() {}

  static boolean isSimple(String type) {
    return TYPES.contains(type);
  }

  static JsonNode read(JsonNode given, String type) {
    if (given.isContainer()) {
      throw BadValue.of("array", type);
    }
    return switch (type) {
      case "bool" -> BooleanNode.valueOf(TRUE.contains(text(given).toLowerCase(Locale.ROOT)));
      case "string" -> StringNode.valueOf(text(given));
      default -> number(given, type);
    };
  }

  private static JsonNode number(JsonNode given, String type) {
    String text = text(given);
    if (given.isBoolean() || !NUMERIC.matcher(text).matches()) {
      throw BadValue.of(text, type);
    }
    BigDecimal number = new BigDecimal(text.strip());
    return type.equals("int")
        ? LongNode.valueOf(number.setScale(0, RoundingMode.DOWN).longValue())
        : Row.json(number);
  }

  // PHP writes true as 1 and false as nothing.
  private static String text(JsonNode given) {
    if (given.isBoolean()) {
      return given.asBoolean() ? "1" : "";
    }
    return given.isNumber() ? Row.json(given.decimalValue()).toString() : given.asString();
  }

  static String phpType(JsonNode given) {
    if (given.isBoolean()) {
      return "boolean";
    }
    return given.isString() ? "string" : given.isIntegralNumber() ? "integer" : "double";
  }
}
