package dev.kontor.connector.shopware;

import dev.kontor.spi.Settings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How prices are written to the shop.
 *
 * @param used whether the connection's settings speak of prices at all
 * @param groups name or id of a customer group by the source's price group
 * @param customers whether prices of single customers are written
 */
public record PriceSettings(boolean used, Map<String, String> groups, boolean customers) {

  static PriceSettings of(Settings settings) {
    JsonNode node = settings.node("prices");
    Map<String, String> groups = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (var entry : node.path("groups").properties()) {
      String group = entry.getValue().asString("");
      if (!taken.add(group)) {
        throw ShopwareSettings.wrong(
            settings,
            "prices.groups",
            "gives '" + group + "' to two price groups; a customer group can pay one of them only");
      }
      groups.put(entry.getKey(), group);
    }
    return new PriceSettings(
        node.isObject(), Map.copyOf(groups), node.path("customers").asBoolean(false));
  }
}
