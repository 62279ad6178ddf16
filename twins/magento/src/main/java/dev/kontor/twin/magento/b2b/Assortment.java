package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What shared catalogues hold ({@code rest/b2b/shared-cat-product-assign.md}). */
final class Assortment {
  private final Holdings products;
  private final Holdings categories;

  Assortment(Tables tables) {
    this.products = new Holdings("_products", tables.products());
    this.categories = new Holdings("_categories", tables.categories());
  }

  Holdings products() {
    return products;
  }

  Holdings categories() {
    return categories;
  }

  /** The categories that the product is in come with it. */
  void add(ObjectNode catalogue, ObjectNode product) {
    products.set(catalogue, product, true);
    categories.table().all().stream()
        .filter(category -> isIn(product, category))
        .forEach(category -> addCategory(catalogue, category));
  }

  void take(ObjectNode catalogue, ObjectNode product) {
    products.set(catalogue, product, false);
  }

  /** The products in it do not come with it. */
  void addCategory(ObjectNode catalogue, ObjectNode category) {
    categories.set(catalogue, category, true);
  }

  /** The products in it go, too, unless they are in another one that the catalogue holds. */
  void takeCategory(ObjectNode catalogue, ObjectNode category) {
    categories.set(catalogue, category, false);
    List<ObjectNode> left = categories.of(catalogue);
    for (ObjectNode product : products.of(catalogue)) {
      if (isIn(product, category) && left.stream().noneMatch(other -> isIn(product, other))) {
        take(catalogue, product);
      }
    }
  }

  private static boolean isIn(ObjectNode product, ObjectNode category) {
    return product.path("_positions").has(String.valueOf(Row.number(category, "id")));
  }

  /** Whether what is new from now on is held by itself; what is held stays. */
  void fill(ObjectNode catalogue, boolean all) {
    List<ObjectNode> goods = products.of(catalogue);
    List<ObjectNode> shelves = categories.of(catalogue);
    Holdings.all(catalogue, all);
    products.only(catalogue, goods);
    categories.only(catalogue, shelves);
  }
}
