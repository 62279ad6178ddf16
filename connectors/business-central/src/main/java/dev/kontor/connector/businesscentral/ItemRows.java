package dev.kontor.connector.businesscentral;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What prices need to know of rows about items. */
final class ItemRows {

  private ItemRows() {}

  record ItemRow(
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
        Json.text(row, "number", ""),
        Json.text(row, "gtin"),
        Json.number(row, "unitPrice"),
        row.path("priceIncludesTax").asBoolean(false),
        Codes.of(row, "taxGroupCode"),
        Codes.of(row, "baseUnitOfMeasureCode"));
  }

  static VariantRow variant(JsonNode row) {
    return new VariantRow(Codes.of(row, "itemNumber"), Json.text(row, "code", ""));
  }

  static ReferenceRow reference(JsonNode row) {
    return new ReferenceRow(Codes.of(row, "itemNumber"), row);
  }

  static DetailRow detail(JsonNode row) {
    return new DetailRow(
        Codes.of(row, "number"),
        Codes.of(row, "vatBusinessPostingGroupPrice"),
        Codes.of(row, "itemDiscountGroup"),
        row.path("allowInvoiceDiscount").asBoolean(true));
  }
}
