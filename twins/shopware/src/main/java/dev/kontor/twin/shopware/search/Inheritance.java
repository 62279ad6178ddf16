package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import java.util.List;
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
          "variation");

  private static final Set<String> LISTS = Set.of("prices", "media", "visibilities");

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

  /** The rows of an association; a variant without own prices, media or such has its parent's. */
  List<ObjectNode> rows(ObjectNode row, Association association, Relations relations) {
    return LISTS.contains(association.name())
        ? rows(association.target(), row)
        : relations.rows(row, association);
  }

  /** A product's rows of an entity, its parent's where it has none of its own. */
  public List<ObjectNode> rows(String entity, ObjectNode product) {
    List<ObjectNode> own = tables.where(entity, "productId", Values.required(product, "id"));
    String parentId = Values.text(product, "parentId");
    return own.isEmpty() && parentId != null ? tables.where(entity, "productId", parentId) : own;
  }

  private static void inherit(ObjectNode variant, String field, JsonNode value) {
    JsonNode own = variant.get(field);
    if (own instanceof ObjectNode mine && field.equals(Translations.KEY)) {
      variant.set(field, Translations.filled(mine, value));
    } else if (!OWN.contains(field) && (own == null || own.isNull())) {
      variant.set(field, value);
    }
  }
}
