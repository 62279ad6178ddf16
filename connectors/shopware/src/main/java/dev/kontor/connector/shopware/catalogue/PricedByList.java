package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.ShopRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Products whose prices come from the price list, not with the article; a custom field tells. */
public final class PricedByList {

  static final String FIELD = "kontor_prices";

  private PricedByList() {}

  /** Whether the price list decides what this product of the shop costs. */
  public static boolean is(JsonNode product) {
    return product.path("customFields").path(FIELD).asBoolean(false);
  }

  /** Begins the row to write to a product whose prices come from the list from now on. */
  public static ObjectNode row(JsonNode product) {
    ObjectNode row = ShopRow.of(ShopRow.id(product));
    if (!is(product)) {
      row.putObject("customFields").put(FIELD, true);
    }
    return row;
  }
}
