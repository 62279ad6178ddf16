package dev.kontor.connector.businesscentral;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an order needs to know of an item or variant.
 *
 * @param variantId null for the item itself
 * @param taxGroup code of its VAT product posting group
 * @param kept whether it is kept in stock, so that it lies at a location
 * @param choosesVariant whether it has variants and none is chosen
 */
record Item(
    String id,
    String number,
    @Nullable String variantId,
    String taxGroup,
    boolean blocked,
    boolean kept,
    boolean choosesVariant) {

  static Item of(JsonNode item, @Nullable String variantId) {
    return new Item(
        Json.text(item, "id", ""),
        Json.text(item, "number", ""),
        variantId,
        Json.text(item, "taxGroupCode", ""),
        item.path("blocked").asBoolean(false),
        StockItems.isKept(item),
        variantId == null && !item.path("itemVariants").isEmpty());
  }
}
