package dev.kontor.connector.magento;

import dev.kontor.spi.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param categories name or id of that below which the source's stand; null to write none
 * @param pictures whether pictures are written
 * @param attributes code of the attribute that takes a property, by the source's name of it
 * @param options code of the attribute variants differ by, by the source's name of the choice
 * @param sharedCatalogs those that articles are assigned to
 */
public record ProductSettings(
    boolean used,
    boolean bulk,
    String attributeSet,
    Map<String, String> taxClasses,
    @Nullable String gtin,
    List<String> websites,
    Map<String, String> views,
    @Nullable String categories,
    boolean pictures,
    Map<String, String> attributes,
    Map<String, String> options,
    SharedCatalogSettings sharedCatalogs) {

  /** Where values of every store view are kept. */
  public static final String ALL_VIEWS = "all";

  static ProductSettings of(Settings settings) {
    JsonNode node = settings.node("products");
    if (node.isObject() && settings.optional("catalogPrices").orElse("auto").equals("auto")) {
      throw MagentoSettings.wrong(
          settings, "catalogPrices", "must be net or gross where articles are written");
    }
    return new ProductSettings(
        node.isObject(),
        node.path("bulk").asBoolean(true),
        node.path("attributeSet").asString("Default"),
        texts(node.path("taxClasses")),
        name(node, "gtin"),
        node.path("websites").valueStream().map(code -> code.asString("")).toList(),
        texts(node.path("views")),
        name(node, "categories"),
        node.path("pictures").asBoolean(false),
        codes(settings, "attributes", node),
        codes(settings, "options", node),
        SharedCatalogSettings.of(settings));
  }

  private static @Nullable String name(JsonNode node, String field) {
    String name = node.path(field).asString("");
    return name.isBlank() ? null : name;
  }

  /** Attributes by what the source calls them; two of its names in one would replace each other. */
  private static Map<String, String> codes(Settings settings, String name, JsonNode products) {
    Map<String, String> codes = texts(products.path(name));
    for (String code : codes.values()) {
      if (Collections.frequency(codes.values(), code) > 1) {
        throw MagentoSettings.wrong(
            settings, "products." + name, "gives the attribute '" + code + "' to two names");
      }
    }
    return codes;
  }

  private static Map<String, String> texts(JsonNode node) {
    return node.propertyStream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().asString("")));
  }

  /** Codes of attributes that the settings name, those of variants first. */
  public List<String> codes() {
    return Stream.concat(options.values().stream(), attributes.values().stream()).toList();
  }
}
