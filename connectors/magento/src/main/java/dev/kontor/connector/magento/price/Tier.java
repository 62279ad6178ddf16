package dev.kontor.connector.magento.price;

import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From which quantity on a customer group pays another price than the base one.
 *
 * @param group its name, in lower case, as the shop ignores case
 * @param from without zeros at the end
 */
record Tier(String group, BigDecimal from) {

  /** As the shop calls everybody (magento/contract.md §6). */
  static final String ALL = "ALL GROUPS";

  static Tier of(String group, BigDecimal from) {
    BigDecimal plain = from.max(BigDecimal.ONE).stripTrailingZeros();
    return new Tier(key(group), plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  static Tier of(JsonNode row) {
    return of(row.path("customer_group").asString(""), Prices.number(row, "quantity"));
  }

  static String key(String group) {
    return group.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * In all websites.
   *
   * @param name of the group, as it is set
   */
  ObjectNode row(String sku, String name, BigDecimal price) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("sku", sku)
        .put("customer_group", name)
        .put("quantity", from)
        .put("price", price)
        .put("price_type", "fixed")
        .put("website_id", 0);
  }

  @Override
  public String toString() {
    return "price of " + group + " from " + from.toPlainString();
  }
}
