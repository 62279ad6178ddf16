package dev.kontor.connector.shopware.api;

import dev.kontor.connector.shopware.Ids;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * A currency of the shop.
 *
 * @param factor units of it for one unit of the default currency
 * @param decimals to which its prices are rounded
 */
public record Currency(String id, String code, BigDecimal factor, int decimals) {

  static Currency of(JsonNode row) {
    return new Currency(
        ShopRow.id(row),
        ShopRow.text(row, "isoCode"),
        row.path("factor").decimalValue(BigDecimal.ONE),
        row.path("itemRounding").path("decimals").asInt(2));
  }

  public boolean isDefault() {
    return id.equals(Ids.DEFAULT_CURRENCY);
  }
}
