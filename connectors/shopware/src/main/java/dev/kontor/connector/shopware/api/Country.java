package dev.kontor.connector.shopware.api;

import tools.jackson.databind.JsonNode;

/**
 * A country of the shop.
 *
 * @param code ISO 3166-1 alpha-2
 */
public record Country(String id, String code) {

  static Country of(JsonNode row) {
    return new Country(ShopRow.id(row), ShopRow.text(row, "iso"));
  }
}
