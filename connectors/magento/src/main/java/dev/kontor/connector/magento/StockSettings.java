package dev.kontor.connector.magento;

import dev.kontor.spi.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which of the shop's stocks and sources the hub fills.
 *
 * @param used whether the connection's settings speak of it at all
 * @param website code of the website that sells the stock; null for the shop's only one
 * @param sources codes of those to fill, the default one first; empty for all of the stock
 * @param locations source codes by the ERP's location codes
 */
public record StockSettings(
    boolean used, @Nullable String website, List<String> sources, Map<String, String> locations) {

  static StockSettings of(Settings settings) {
    JsonNode node = settings.node("stock");
    Map<String, String> locations = new LinkedHashMap<>();
    node.path("locations").properties().forEach(e -> locations.put(e.getKey(), text(e.getValue())));
    String website = text(node.path("website"));
    return new StockSettings(
        node.isObject(),
        website.isBlank() ? null : website,
        node.path("sources").valueStream().map(StockSettings::text).toList(),
        Map.copyOf(locations));
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }
}
