package dev.kontor.connector.magento;

import dev.kontor.spi.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How prices are written to the shop.
 *
 * @param used whether the connection's settings speak of prices at all
 * @param gross whether the shop's prices include tax
 * @param groups name of a customer group by the source's price group
 */
public record PriceSettings(boolean used, boolean gross, Map<String, String> groups) {

  static PriceSettings of(Settings settings) {
    JsonNode node = settings.node("prices");
    String catalogue = settings.optional("catalogPrices").orElse("auto");
    if (node.isObject() && catalogue.equals("auto")) {
      throw MagentoSettings.wrong(
          settings, "catalogPrices", "must be net or gross where prices are written");
    }
    Map<String, String> groups = new LinkedHashMap<>();
    for (var entry : node.path("groups").properties()) {
      String group = entry.getValue().asString("");
      if (groups.containsValue(group)) {
        throw MagentoSettings.wrong(
            settings,
            "prices.groups",
            "gives '" + group + "' to two price groups; a customer group can pay one of them only");
      }
      groups.put(entry.getKey(), group);
    }
    return new PriceSettings(node.isObject(), catalogue.equals("gross"), Map.copyOf(groups));
  }
}
