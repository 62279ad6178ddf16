package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import java.text.Normalizer;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What every product has without being told. */
final class ProductDefaults {
  private ProductDefaults() {}

  /** Adds the custom attributes a new product gets. */
  static void fill(ObjectNode row) {
    ObjectNode custom = Json.object();
    if (row.get("_custom") instanceof ObjectNode given) {
      custom.setAll(given);
    }
    row.set("_custom", custom);
    put(custom, "options_container", "container2");
    put(custom, "msrp_display_actual_price_type", "0");
    put(custom, "url_key", urlKey(Row.text(row, "name")));
    put(custom, "required_options", "0");
    put(custom, "has_options", "0");
    put(custom, "tax_class_id", String.valueOf(row.path("_tax_class").asLong(2)));
    if (!custom.has("category_ids")) {
      custom.putArray("category_ids");
    }
  }

  private static void put(ObjectNode custom, String code, String value) {
    if (!custom.has(code)) {
      custom.put(code, value);
    }
  }

  /** Letters and digits of the name in ASCII, joined by hyphens. */
  static String urlKey(String name) {
    String ascii =
        Normalizer.normalize(name.replace("ß", "ss").replace("Ø", "O"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    return ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
