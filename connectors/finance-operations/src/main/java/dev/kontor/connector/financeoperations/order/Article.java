package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a line sells.
 *
 * @param product its row of released products
 * @param variant its row of released variants; the product itself if it has none
 */
public record Article(JsonNode product, JsonNode variant) {

  String itemNumber() {
    return Row.text(product, Released.ITEM);
  }

  /** A variant may have its own. */
  String taxGroup() {
    String own = TaxTable.itemGroup(variant);
    return own.isEmpty() ? TaxTable.itemGroup(product) : own;
  }

  /** Fills what names the article in a line: item, product dimensions and sales unit. */
  public void put(ObjectNode line) {
    line.put(Released.ITEM, itemNumber());
    for (String dimension : Released.dimensions()) {
      String value = Row.text(variant, dimension);
      if (!value.isEmpty()) {
        line.put(dimension, value);
      }
    }
    String unit = Row.text(product, "SalesUnitSymbol");
    if (!unit.isEmpty()) {
      line.put("SalesUnitSymbol", unit);
    }
  }
}
