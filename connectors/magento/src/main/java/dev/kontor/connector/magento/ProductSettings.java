package dev.kontor.connector.magento;

import dev.kontor.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How articles are written to the shop.
 *
 * @param used whether the connection's settings speak of articles at all
 * @param bulk whether many are handed to the shop's message queue in one call
 * @param attributeSet name of that of new articles
 * @param taxClasses name of a product tax class by the source's tax group
 * @param gtin code of the attribute that takes the bar code; null to leave it out
 * @param websites codes of those an article is to be in; empty leaves it to the shop
 * @param views code of the store view by language tag; {@code all} for what every view shows
 */
public record ProductSettings(
    boolean used,
    boolean bulk,
    String attributeSet,
    Map<String, String> taxClasses,
    @Nullable String gtin,
    List<String> websites,
    Map<String, String> views) {

  /** Where values of every store view are kept. */
  public static final String ALL_VIEWS = "all";

  static ProductSettings of(Settings settings) {
    JsonNode node = settings.node("products");
    if (node.isObject() && settings.optional("catalogPrices").orElse("auto").equals("auto")) {
      throw MagentoSettings.wrong(
          settings, "catalogPrices", "must be net or gross where articles are written");
    }
    String gtin = node.path("gtin").asString("");
    return new ProductSettings(
        node.isObject(),
        node.path("bulk").asBoolean(true),
        node.path("attributeSet").asString("Default"),
        texts(node.path("taxClasses")),
        gtin.isBlank() ? null : gtin,
        node.path("websites").valueStream().map(code -> code.asString("")).toList(),
        texts(node.path("views")));
  }

  private static Map<String, String> texts(JsonNode node) {
    return node.propertyStream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().asString("")));
  }
}
