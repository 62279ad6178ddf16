package dev.kontor.twin.shopware.index;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Computes the fields that follow from others: category trees, variants, the payload of rules. None
 * of it sets updatedAt or fires an event, as the shop does it in SQL.
 */
public final class Indexer {
  private final Tables tables;
  private final ProductIndex products;
  private final CategoryIndex categories;
  private final RuleIndex rules;

  public Indexer(Tables tables) {
    this.tables = tables;
    this.products = new ProductIndex(tables);
    this.categories = new CategoryIndex(tables);
    this.rules = new RuleIndex(tables);
  }

  /** Ids of rows whose derived fields are out of date. */
  public static final class Stale {
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

    private static void add(Set<String> ids, @org.jspecify.annotations.Nullable String id) {
      if (id != null) {
        ids.add(id);
      }
    }
  }

  /** Computes what is stale. */
  public void run(Stale stale) {
    stale.categories.forEach(categories::update);
    stale.products.forEach(products::update);
    stale.rules.forEach(rules::update);
  }

  /** Computes everything, as {@code /api/_action/index} does. */
  public void all() {
    Stale stale = new Stale();
    for (String entity : Set.of("product", "category", "rule")) {
      tables.all(entity).forEach(row -> stale.touch(entity, row));
    }
    run(stale);
  }
}
