package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What becomes of a sent value in the column of an attribute's kind: a date is read, a price must
 * be a number, a choice is a number, and one the attribute does not have is kept all the same
 * (Magento_Eav, Attribute/Backend; Magento_Catalog, Attribute/Backend/Price).
 */
public final class Values {
  private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d+(\\.\\d+)?\\s*");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");
  private static final int DECIMALS = 6;
  private static final Set<String> NO_TEXT =
      Set.of("date", "datetime", "price", "weight", "select", "boolean");

  private Values() {}

  /** Null where the shop keeps no value: an empty text is one, but only in a column of texts. */
  public static JsonNode stored(ObjectNode attribute, JsonNode sent) {
    boolean isNoText = NO_TEXT.contains(Row.text(attribute, "input"));
    if (sent.isNull() || (sent.isString() && sent.asString().isEmpty() && isNoText)) {
      return NullNode.getInstance();
    }
    return switch (Row.text(attribute, "input")) {
      case "date", "datetime" -> StringNode.valueOf(date(sent.asString("")));
      case "price" -> StringNode.valueOf(price(sent.asString("")));
      case "select", "boolean" ->
          attribute.has("options") || Row.text(attribute, "input").equals("boolean")
              ? StringNode.valueOf(choice(sent.asString("")))
              : scalar(sent);
      case "multiselect" -> StringNode.valueOf(choices(sent));
      default -> scalar(sent);
    };
  }

  private static JsonNode scalar(JsonNode sent) {
    if (sent.isContainer()) {
      return sent;
    }
    return StringNode.valueOf(
        sent.isBoolean() ? (sent.asBoolean() ? "1" : "0") : sent.asString(""));
  }

  private static String date(String sent) {
    try {
      if (DATE.matcher(sent).matches()) {
        return LocalDate.parse(sent) + " 00:00:00";
      }
      if (TIME.matcher(sent).matches()) {
        LocalDateTime.parse(sent.replace(' ', 'T'));
        return sent;
      }
      return sent.matches("\\d+")
          ? Tables.time(Instant.ofEpochSecond(Long.parseLong(sent)))
          : Tables.time(OffsetDateTime.parse(sent).toLocalDateTime().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw ApiError.of(400, "Invalid date");
    }
  }

  private static String price(String sent) {
    if (!NUMBER.matcher(sent).matches() || new BigDecimal(sent.strip()).signum() < 0) {
      throw ApiError.of(400, "Please enter a number 0 or greater in this field.");
    }
    return new BigDecimal(sent.strip()).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  /** A text that is no number is zero in a column of numbers. */
  private static String choice(String sent) {
    if (sent.equals("true")) {
      return "1";
    }
    return NUMBER.matcher(sent).matches() ? sent.strip() : "0";
  }

  private static String choices(JsonNode sent) {
    return sent.isArray()
        ? sent.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
        : sent.asString("");
  }
}
