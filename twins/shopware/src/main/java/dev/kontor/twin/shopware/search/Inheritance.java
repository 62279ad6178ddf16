package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills a variant's empty fields from its parent (header sw-inheritance: 1). */
public final class Inheritance {
  // A variant's own, never taken from the parent.
  private static final Set<String> OWN =
      Set.of(
          "id",
          "parentId",
          "childCount",
          "stock",
          "availableStock",
          "available",
          "productNumber",
          "createdAt",
          "updatedAt",
          "autoIncrement",
          "sales",
          "optionIds",
          "displayGroup",
          "ean");

  private final Tables tables;

  public Inheritance(Tables tables) {
    this.tables = tables;
  }

  /** The row with inherited fields; the row itself when it has no parent product. */
  public ObjectNode resolved(ObjectNode product) {
    String parentId = Values.text(product, "parentId");
    if (parentId == null) {
      return product;
    }
    ObjectNode full = product.deepCopy();
    tables
        .find("product", parentId)
        .ifPresent(p -> p.properties().forEach(f -> inherit(full, f.getKey(), f.getValue())));
    return full;
  }

  private static void inherit(ObjectNode variant, String field, JsonNode value) {
    JsonNode own = variant.get(field);
    if (!OWN.contains(field) && (own == null || own.isNull())) {
      variant.set(field, value);
    }
  }
}
