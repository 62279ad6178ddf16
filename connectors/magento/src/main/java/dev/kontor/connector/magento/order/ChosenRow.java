package dev.kontor.connector.magento.order;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a row of an order tells of the custom options that the buyer chose: by the shop in ids only
 * (Magento_Catalog, ProductOptionProcessor), in words and with the article's own number where the
 * connector looked the article up.
 */
public final class ChosenRow {

  /** {@code [{option_id, title, value}]}, in the article's order; only where it was looked up. */
  public static final String WORDS = "chosen_options";

  /** The article's number, which an option may lengthen in the row; only where they differ. */
  public static final String ARTICLE = "article_sku";

  /** Why nothing could be looked up. */
  public static final String UNREAD = "options_unread";

  /** Fields of a row that tell of it. */
  public static final String FIELDS = "product_id,product_option";

  /** What stands for a file: its places at the shop and the key to it stay there. */
  public static final String FILE = "file, see the order in the shop";

  private ChosenRow() {}

  /** {@code [{option_id, option_value}]}; mostly none. */
  public static List<JsonNode> options(JsonNode row) {
    return row.path("product_option")
        .path("extension_attributes")
        .path("custom_options")
        .valueStream()
        .toList();
  }

  /** Number under which the shop keeps stock, as {@link OpenPieces#key} writes it. */
  static String stockKey(JsonNode row) {
    return OpenPieces.key(row.path(row.has(ARTICLE) ? ARTICLE : "sku").asString(""));
  }
}
