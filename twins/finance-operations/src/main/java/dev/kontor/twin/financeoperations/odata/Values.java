package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.schema.Kind;
import dev.kontor.twin.financeoperations.schema.Property;
import dev.kontor.twin.financeoperations.schema.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** Values as they come in bodies and as literals, and how they compare. */
public final class Values {
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern ENUM = Pattern.compile("([A-Za-z_][\\w.]*)'([^']*)'");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Values() {}

  /** A value of a body as it is stored; throws Fault. */
  public static JsonNode stored(Property property, JsonNode sent) {
    if (sent.isNull()) {
      if (!property.nullable()) {
        throw Fault.request(
            400,
            "A null value was found for the property named '%s', which has the expected type '%s[Nullable=False]'."
                .formatted(property.name(), property.type()));
      }
      return property.initial();
    }
    boolean fits =
        switch (property.kind()) {
          case STRING -> sent.isString();
          case DECIMAL -> sent.isNumber();
          case INT32 -> sent.isIntegralNumber() && sent.canConvertToInt();
          case INT64 -> sent.isIntegralNumber();
          case GUID -> sent.isString() && GUID.matcher(sent.asString()).matches();
          case MOMENT, DAY -> sent.isString() && isTime(sent.asString());
          case ENUM -> sent.isString() && isSymbol(property, sent.asString());
        };
    if (!fits) {
      throw Fault.request(
          400,
          "Cannot convert the literal '%s' of property '%s' to the expected type '%s'."
              .formatted(sent.asString(sent.toString()), property.name(), property.type()));
    }
    return canonical(property, sent);
  }

  private static boolean isSymbol(Property property, String text) {
    return property.members().isEmpty()
        ? SYMBOL.matcher(text).matches()
        : property.members().contains(text);
  }

  private static JsonNode canonical(Property property, JsonNode value) {
    return switch (property.kind()) {
      case DAY ->
          StringNode.valueOf(
              moment(value.asString())
                  .truncatedTo(ChronoUnit.DAYS)
                  .plus(12, ChronoUnit.HOURS)
                  .toString());
      case MOMENT ->
          StringNode.valueOf(moment(value.asString()).truncatedTo(ChronoUnit.SECONDS).toString());
      case DECIMAL -> DecimalNode.valueOf(value.decimalValue());
      case STRING, INT32, INT64, GUID, ENUM -> value;
    };
  }

  /**
   * A literal of an address as it is stored. Text stands in quotes, symbols behind the name of
   * their type, everything else bare; throws Fault.
   */
  static JsonNode literal(Property property, String token) {
    JsonNode value =
        switch (property.kind()) {
          case STRING -> token.startsWith("'") ? StringNode.valueOf(unquoted(token)) : null;
          case DECIMAL, INT32, INT64 ->
              NUMBER.matcher(token).matches() ? DecimalNode.valueOf(new BigDecimal(token)) : null;
          case GUID -> GUID.matcher(token).matches() ? StringNode.valueOf(token) : null;
          case MOMENT, DAY -> isTime(token) ? StringNode.valueOf(token) : null;
          case ENUM -> symbol(property, token);
        };
    if (value == null) {
      throw Tokens.bad(
          "A binary operator with incompatible types was detected. Property '%s' has the type '%s'; the literal is %s."
              .formatted(property.name(), property.type(), token));
    }
    return canonical(property, value);
  }

  private static @org.jspecify.annotations.Nullable JsonNode symbol(
      Property property, String token) {
    Matcher matcher = ENUM.matcher(token);
    boolean known =
        matcher.matches()
            && matcher.group(1).equalsIgnoreCase(Schema.NAMESPACE + "." + property.enumeration());
    if (known && !isSymbol(property, matcher.group(2))) {
      throw Tokens.bad(
          "The string '%s' is not a valid enumeration type constant.".formatted(token));
    }
    return known ? StringNode.valueOf(matcher.group(2)) : null;
  }

  static String unquoted(String token) {
    return token.substring(1, token.length() - 1).replace("''", "'");
  }

  /** Text is compared without case, as the database does; days by day, not by hour. */
  static int compare(JsonNode left, JsonNode right, Kind kind) {
    return switch (kind) {
      case DECIMAL, INT32, INT64 -> left.decimalValue().compareTo(right.decimalValue());
      case MOMENT, DAY -> moment(left.asString()).compareTo(moment(right.asString()));
      case STRING, GUID, ENUM -> left.asString("").compareToIgnoreCase(right.asString(""));
    };
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
