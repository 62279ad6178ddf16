package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Under which address each product is shown: no two under one. */
final class UrlKeys {
  private final Table products;
  private final Map<String, Long> owners = new HashMap<>();
  private long seen;

  UrlKeys(Table products) {
    this.products = products;
  }

  boolean isTaken(String key) {
    catchUp();
    Long owner = owners.get(key);
    return owner != null && products.find(owner).filter(row -> key(row).equals(key)).isPresent();
  }

  /** Notes the address a product has now. */
  void take(ObjectNode row) {
    catchUp();
    owners.put(key(row), Row.number(row, "id"));
  }

  private void catchUp() {
    for (ObjectNode row : products.after(seen)) {
      owners.put(key(row), Row.number(row, "id"));
      seen = Row.number(row, "id");
    }
  }

  private static String key(ObjectNode row) {
    return Row.text(row.path("_custom"), "url_key");
  }
}
