package dev.kontor.connector.magento;

import dev.kontor.spi.Settings;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Which shared catalogues of Adobe Commerce articles are assigned to.
 *
 * @param custom whether to every custom one there is
 * @param names of the ones; empty with {@code custom}, and where articles are assigned to none
 */
public record SharedCatalogSettings(boolean custom, List<String> names) {

  /** The full name of the setting within a connection. */
  public static final String SETTING = "products.sharedCatalogs";

  private static final String CUSTOM = "custom";

  static SharedCatalogSettings of(Settings settings) {
    JsonNode node = settings.node("products").path("sharedCatalogs");
    boolean custom = node.isString() && node.asString("").equals(CUSTOM);
    List<String> names =
        node.valueStream().map(name -> name.asString("").strip()).distinct().toList();
    boolean listed = node.isArray() && !names.isEmpty() && !names.contains("");
    if (!node.isMissingNode() && !custom && !listed) {
      throw MagentoSettings.wrong(
          settings,
          SETTING,
          "is neither a list of names nor the word custom; write it like [Wholesale, Gold], or"
              + " custom for every custom shared catalogue");
    }
    return new SharedCatalogSettings(custom, names);
  }

  /** Whether articles are assigned to any. */
  public boolean used() {
    return custom || !names.isEmpty();
  }
}
