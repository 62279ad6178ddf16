package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which of several bar codes is an article's. */
final class BarCodes {

  /** GTIN-8, -12, -13 and -14. */
  private static final String GTIN = "[0-9]{8}|[0-9]{12,14}";

  private BarCodes() {}

  /**
   * That of one sales unit which scanners read; null if there is none.
   *
   * @param rows of one product or variant
   */
  static @Nullable String gtin(List<JsonNode> rows, String salesUnit) {
    return rows.stream()
        .filter(row -> Row.text(row, "Barcode").matches(GTIN))
        .filter(row -> Row.number(row, "ProductQuantity").compareTo(BigDecimal.ONE) <= 0)
        .filter(row -> isOf(salesUnit, row))
        .min(
            Comparator.comparing((JsonNode row) -> !is(row, "IsDefaultScannedBarcode"))
                .thenComparing(row -> !is(row, "IsDefaultDisplayedBarcode"))
                .thenComparing(row -> Row.text(row, "Barcode")))
        .map(row -> Row.text(row, "Barcode"))
        .orElse(null);
  }

  private static boolean isOf(String salesUnit, JsonNode row) {
    String unit = Row.text(row, "ProductQuantityUnitSymbol");
    return unit.isEmpty() || unit.equalsIgnoreCase(salesUnit);
  }

  private static boolean is(JsonNode row, String field) {
    return Row.text(row, field).equals(Row.YES);
  }
}
