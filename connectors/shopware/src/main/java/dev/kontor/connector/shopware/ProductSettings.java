package dev.kontor.connector.shopware;

import dev.kontor.spi.Settings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How articles are written to the shop.
 *
 * @param used whether the connection's settings speak of articles at all
 * @param rootCategory id of the category below which the source's categories stand, null to write
 *     none
 * @param salesChannels ids in which a new article is visible
 * @param deletes whether an article gone at the source is deleted in the shop, else deactivated
 * @param language of what the source states without a language, null for the shop's own
 * @param taxRates percent by the source's tax group, for articles that state no rate
 */
public record ProductSettings(
    boolean used,
    @Nullable String rootCategory,
    List<String> salesChannels,
    boolean deletes,
    @Nullable String language,
    Map<String, BigDecimal> taxRates) {

  static ProductSettings of(Settings settings, List<String> orderChannels) {
    JsonNode node = settings.node("products");
    String root = node.path("rootCategory").asString("");
    if (!root.isEmpty() && !Ids.isId(root)) {
      throw ShopwareSettings.wrong(
          settings,
          "products.rootCategory",
          "is no category id; copy the 32 characters from the address of the category in the"
              + " administration");
    }
    List<String> channels =
        ShopwareSettings.ids(settings, "products.salesChannels", node.path("salesChannels"));
    String language = node.path("language").asString("");
    return new ProductSettings(
        node.isObject(),
        root.isEmpty() ? null : root,
        channels.isEmpty() ? orderChannels : channels,
        node.path("deletions").asString("deactivate").equals("delete"),
        language.isEmpty() ? null : language,
        rates(settings, node.path("taxRates")));
  }

  private static Map<String, BigDecimal> rates(Settings settings, JsonNode node) {
    Map<String, BigDecimal> rates = new HashMap<>();
    for (var entry : node.properties()) {
      try {
        rates.put(entry.getKey(), new BigDecimal(entry.getValue().asString("")));
      } catch (NumberFormatException e) {
        throw ShopwareSettings.wrong(
            settings, "products.taxRates." + entry.getKey(), "is no percentage; write it like 19");
      }
    }
    return Map.copyOf(rates);
  }
}
