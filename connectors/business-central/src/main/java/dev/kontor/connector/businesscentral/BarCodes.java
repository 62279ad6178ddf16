package dev.kontor.connector.businesscentral;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Bar codes among an item's references, which the companion app shows. */
final class BarCodes {

  /** GTIN-8, -12, -13 and -14. */
  private static final String GTIN = "[0-9]{8}|[0-9]{12,14}";

  private BarCodes() {}

  /**
   * The GTIN of an item or variant, of its base unit if it has one for each unit; null if there is
   * none.
   *
   * @param variant blank for the item itself
   */
  static @Nullable String gtin(
      List<JsonNode> references, String variant, String baseUnit, LocalDate today) {
    return references.stream()
        .filter(row -> Json.option(row, "referenceType").equals("Bar Code"))
        .filter(row -> variant.equalsIgnoreCase(Json.text(row, "variantCode", "")))
        .filter(row -> Validity.on(row, today))
        .filter(row -> Json.text(row, "referenceNumber", "").matches(GTIN))
        .min(
            Comparator.comparing(
                    (JsonNode row) ->
                        !baseUnit.equalsIgnoreCase(Json.text(row, "unitOfMeasureCode", "")))
                .thenComparing(row -> Json.text(row, "referenceNumber", "")))
        .map(row -> Json.text(row, "referenceNumber"))
        .orElse(null);
  }
}
