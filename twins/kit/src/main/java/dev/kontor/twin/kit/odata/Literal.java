package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/**
 * A constant of a filter as its column stores it. Text and members of enumerations stand in quotes,
 * everything else without: the service converts nothing.
 */
final class Literal {
  private Literal() {}

  /** Throws ODataFault for a token that is no value of the column. */
  static JsonNode of(Column column, String token) {
    return token.equals("null") ? Json.MAPPER.nullNode() : value(column, token);
  }

  private static JsonNode value(Column column, String token) {
    return switch (column.type()) {
      case STRING -> column.canonical(text(column, token));
      case ENUM -> member(column, text(column, token));
      case DECIMAL, INT32 -> number(column, token);
      case BOOLEAN -> flag(column, token);
      case GUID, DATE, DATETIME -> column.checked(bare(column, token));
      case STREAM -> throw incompatible(column);
    };
  }

  /** The text between the quotes. */
  static JsonNode text(Column column, String token) {
    require(token.startsWith("'"), column);
    return StringNode.valueOf(token.substring(1, token.length() - 1).replace("''", "'"));
  }

  private static JsonNode member(Column column, JsonNode name) {
    if (!column.members().contains(name.asString())) {
      throw FilterTokens.bad(
          "The string '%s' is not a valid enumeration type constant.".formatted(name.asString()));
    }
    return name;
  }

  private static JsonNode number(Column column, String token) {
    require(token.matches("-?\\d+(\\.\\d+)?"), column);
    return DecimalNode.valueOf(new BigDecimal(token));
  }

  private static JsonNode flag(Column column, String token) {
    require(token.equals("true") || token.equals("false"), column);
    return BooleanNode.valueOf(token.equals("true"));
  }

  private static JsonNode bare(Column column, String token) {
    require(!token.startsWith("'"), column);
    return StringNode.valueOf(token);
  }

  private static void require(boolean fits, Column column) {
    if (!fits) {
      throw incompatible(column);
    }
  }

  private static ODataFault incompatible(Column column) {
    return FilterTokens.bad(
        "A binary operator with incompatible types was detected at property '%s'."
            .formatted(column.name()));
  }
}
