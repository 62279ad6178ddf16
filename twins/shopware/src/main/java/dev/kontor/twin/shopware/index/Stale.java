package dev.kontor.twin.shopware.index;

import dev.kontor.twin.shopware.data.Values;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Ids of rows whose derived fields are out of date. */
public final class Stale {
  private final Set<String> products = new LinkedHashSet<>();
  private final Set<String> categories = new LinkedHashSet<>();
  private final Set<String> rules = new LinkedHashSet<>();

  /** Remembers a row that was written or is about to be deleted. */
  public void touch(String entity, ObjectNode row) {
    switch (entity) {
      case "product" -> {
        products.add(Values.required(row, "id"));
        add(products, Values.text(row, "parentId"));
      }
      case "category" -> {
        categories.add(Values.required(row, "id"));
        add(categories, Values.text(row, "parentId"));
      }
      case "rule" -> rules.add(Values.required(row, "id"));
      case "rule_condition", "product_price" -> add(rules, Values.text(row, "ruleId"));
      default -> {}
    }
  }

  private static void add(Set<String> ids, @Nullable String id) {
    if (id != null) {
      ids.add(id);
    }
  }

  Set<String> products() {
    return products;
  }

  Set<String> categories() {
    return categories;
  }

  Set<String> rules() {
    return rules;
  }
}
