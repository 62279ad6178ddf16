package dev.kontor.connector.shopware.api;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * A tax of the shop.
 *
 * @param rate percent
 */
public record Tax(String id, BigDecimal rate) {

  static Tax of(JsonNode row) {
    return new Tax(ShopRow.id(row), row.path("taxRate").decimalValue(BigDecimal.ZERO));
  }
}
