package dev.kontor.twin.shopware.index;

import dev.kontor.twin.shopware.data.Tables;
import java.util.Set;

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

  /** Computes what is stale. */
  public void run(Stale stale) {
    stale.categories().forEach(categories::update);
    stale.products().forEach(products::update);
    stale.rules().forEach(rules::update);
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
