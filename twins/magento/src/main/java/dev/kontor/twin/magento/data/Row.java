package dev.kontor.twin.magento.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the columns of a row; amounts have at most four decimals. */
public final class Row {
  private static final int SCALE = 4;

  private Row() {}

  /** A column's amount, zero when it has none. */
  public static BigDecimal amount(JsonNode row, String column) {
    JsonNode value = row.get(column);
    return value != null && value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
  }

  public static long number(JsonNode row, String column) {
    return row.path(column).asLong(0);
  }

  /** A column's text, empty when it has none. */
  public static String text(JsonNode row, String column) {
    return row.path(column).asString("");
  }

  /** A column's text, null when it has none. */
  public static @Nullable String textOrNull(JsonNode row, String column) {
    JsonNode value = row.get(column);
    return value == null || value.isNull() ? null : value.asString();
  }

  /** A JSON number as the shop writes it: 24.9, 5, 198.335. */
  public static JsonNode json(BigDecimal value) {
    BigDecimal plain = value.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() <= 0
        ? LongNode.valueOf(plain.longValueExact())
        : DecimalNode.valueOf(plain);
  }

  public static void put(ObjectNode row, String column, BigDecimal value) {
    row.set(column, json(value));
  }

  /** Writes a column and its counterpart in base currency. */
  public static void put(ObjectNode row, String column, BigDecimal value, BigDecimal base) {
    put(row, column, value);
    put(row, base(column), base);
  }

  /** Adds to what a column has. */
  public static void add(ObjectNode row, String column, BigDecimal more) {
    put(row, column, amount(row, column).add(more));
  }

  /** The name of the same amount in base currency; one is too long for the shop to write out. */
  public static String base(String column) {
    return column.equals("shipping_discount_tax_compensation_amount")
        ? "base_shipping_discount_tax_compensation_amnt"
        : "base_" + column;
  }

  /** A copy without the columns that are the twin's own. */
  public static ObjectNode shown(ObjectNode row) {
    ObjectNode copy = row.deepCopy();
    row.propertyNames().stream().filter(n -> n.startsWith("_")).forEach(copy::remove);
    return copy;
  }
}
