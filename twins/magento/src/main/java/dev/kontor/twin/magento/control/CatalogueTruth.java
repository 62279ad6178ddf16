package dev.kontor.twin.magento.control;

import dev.kontor.twin.magento.b2b.SharedCatalogues;
import dev.kontor.twin.magento.data.Row;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shared catalogues, with what they hold and for whom. */
record CatalogueTruth(SharedCatalogues catalogues) {

  ObjectNode of(ObjectNode catalogue) {
    ObjectNode truth = Row.shown(catalogue);
    ArrayNode products = truth.putArray("products");
    catalogues.products(catalogue).forEach(p -> products.add(Row.text(p, "sku")));
    ids(truth.putArray("categories"), catalogues.categories(catalogue));
    ids(truth.putArray("companies"), catalogues.companies(catalogue));
    return truth;
  }

  private static void ids(ArrayNode list, List<ObjectNode> rows) {
    rows.forEach(row -> list.add(Row.number(row, "id")));
  }
}
