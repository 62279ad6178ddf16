package dev.kontor.connector.shopware;

import dev.kontor.spi.Settings;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How customers are written to the shop.
 *
 * @param used whether the connection's settings speak of customers at all
 * @param groups name or id of a customer group by the ERP's price group
 */
public record CustomerSettings(boolean used, Map<String, String> groups) {

  static CustomerSettings of(Settings settings) {
    JsonNode node = settings.node("customers");
    Map<String, String> groups = new HashMap<>();
    node.path("groups").properties().forEach(e -> groups.put(e.getKey(), e.getValue().asString()));
    return new CustomerSettings(node.isObject(), Map.copyOf(groups));
  }
}
