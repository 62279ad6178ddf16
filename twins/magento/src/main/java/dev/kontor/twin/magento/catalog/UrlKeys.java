package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Under which address each product is shown: no two under one. One that is not visible by itself,
 * as a variant is, has no address (Magento_CatalogUrlRewrite,
 * Observer/ProductProcessUrlRewriteSavingObserver).
 */
public final class UrlKeys {
  private static final long HIDDEN = 1;

  private final Table products;
  private final Map<String, Long> owners = new HashMap<>();
  private long seen;

  UrlKeys(Table products) {
    this.products = products;
  }

  /** The address that goes with a name. */
  public static String of(String name) {
    return ProductDefaults.urlKey(name);
  }

  static boolean isShown(JsonNode product) {
    return product.path("visibility").asLong(0) != HIDDEN;
  }

  /**
   * Whether another product is shown under it.
   *
   * @param id the product that asks, 0 while it has none
   */
  boolean isTaken(String key, long id) {
    catchUp();
    Long owner = owners.get(key);
    return owner != null
        && owner != id
        && products.find(owner).filter(row -> isShown(row) && key(row).equals(key)).isPresent();
  }

  /** Notes the address a product has now. */
  void take(ObjectNode row) {
    catchUp();
    note(row);
  }

  private void note(ObjectNode row) {
    if (isShown(row)) {
      owners.put(key(row), Row.number(row, "id"));
    }
  }

  private void catchUp() {
    for (ObjectNode row : products.after(seen)) {
      note(row);
      seen = Row.number(row, "id");
    }
  }

  private static String key(ObjectNode row) {
    return Row.text(row.path("_custom"), "url_key");
  }
}
