package dev.kontor.connector.shopware.api;

import tools.jackson.databind.JsonNode;

/** A customer group of the shop. */
public record Group(String id, String name) {

  static Group of(JsonNode row) {
    return new Group(
        ShopRow.id(row), row.path("translated").path("name").asString(ShopRow.text(row, "name")));
  }

  boolean is(String idOrName) {
    return id.equals(idOrName) || name.equalsIgnoreCase(idOrName);
  }
}
