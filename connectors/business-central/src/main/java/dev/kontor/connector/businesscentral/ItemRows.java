package dev.kontor.connector.businesscentral;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What prices need to know of rows about items. */
final class ItemRows {

  private ItemRows() {}

  record ItemRow(
      String id,
      String number,
      @Nullable String gtin,
      BigDecimal unitPrice,
      boolean includesTax,
      String taxGroup,
      String unit) {}

  record VariantRow(String itemNumber, String code) {}

  record DetailRow(
      String number, String vatGroup, String discountGroup, boolean allowInvoiceDiscount) {}

  /** Bar code of an item or variant, which is its article number under scheme {@code gtin}. */
  record ReferenceRow(String itemNumber, JsonNode row) {}

  static ItemRow item(JsonNode row) {
    return new ItemRow(
        Json.text(row, "id", ""),
        Json.text(row, "number", ""),
        Json.text(row, "gtin"),
        Json.number(row, "unitPrice"),
        row.path("priceIncludesTax").asBoolean(false),
        PriceRows.code(row, "taxGroupCode"),
        PriceRows.code(row, "baseUnitOfMeasureCode"));
  }

  static VariantRow variant(JsonNode row) {
    return new VariantRow(number(row, "itemNumber"), Json.text(row, "code", ""));
  }

  static ReferenceRow reference(JsonNode row) {
    return new ReferenceRow(number(row, "itemNumber"), row);
  }

  static DetailRow detail(JsonNode row) {
    return new DetailRow(
        number(row, "number"),
        PriceRows.code(row, "vatBusinessPostingGroupPrice"),
        PriceRows.code(row, "itemDiscountGroup"),
        row.path("allowInvoiceDiscount").asBoolean(true));
  }

  private static String number(JsonNode row, String field) {
    return Codes.upper(Json.text(row, field, ""));
  }
}
