package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What shared catalogues hold ({@code rest/b2b/shared-cat-product-assign.md}). A catalogue either
 * names its products and categories, or those it does not hold of all there are.
 */
final class Assortment {
  private static final String ALL = "_all";
  private static final String PRODUCTS = "_products";
  private static final String CATEGORIES = "_categories";

  private final Tables tables;

  Assortment(Tables tables) {
    this.tables = tables;
  }

  /** Makes a new catalogue hold all there is and all that comes. */
  static void everything(ObjectNode catalogue) {
    catalogue.put(ALL, true);
  }

  static boolean sells(ObjectNode catalogue, ObjectNode product) {
    return holds(catalogue, PRODUCTS, product);
  }

  List<ObjectNode> products(ObjectNode catalogue) {
    return held(catalogue, PRODUCTS, tables.products());
  }

  List<ObjectNode> categories(ObjectNode catalogue) {
    return held(catalogue, CATEGORIES, tables.categories());
  }

  private static List<ObjectNode> held(ObjectNode catalogue, String kind, Table table) {
    return table.all().stream().filter(row -> holds(catalogue, kind, row)).toList();
  }

  private static boolean holds(ObjectNode catalogue, String kind, ObjectNode row) {
    return isAll(catalogue) != catalogue.path(kind).has(id(row));
  }

  private static boolean isAll(ObjectNode catalogue) {
    return catalogue.path(ALL).asBoolean(false);
  }

  private static String id(ObjectNode row) {
    return String.valueOf(Row.number(row, "id"));
  }

  /** The categories that the product is in come with it. */
  void add(ObjectNode catalogue, ObjectNode product) {
    set(catalogue, PRODUCTS, product, true);
    tables.categories().all().stream()
        .filter(category -> isIn(product, category))
        .forEach(category -> addCategory(catalogue, category));
  }

  void take(ObjectNode catalogue, ObjectNode product) {
    set(catalogue, PRODUCTS, product, false);
  }

  /** The products in it do not come with it. */
  void addCategory(ObjectNode catalogue, ObjectNode category) {
    set(catalogue, CATEGORIES, category, true);
  }

  /** The products in it go, too, unless they are in another one that the catalogue holds. */
  void takeCategory(ObjectNode catalogue, ObjectNode category) {
    set(catalogue, CATEGORIES, category, false);
    List<ObjectNode> left = categories(catalogue);
    for (ObjectNode product : products(catalogue)) {
      if (isIn(product, category) && left.stream().noneMatch(other -> isIn(product, other))) {
        take(catalogue, product);
      }
    }
  }

  private static boolean isIn(JsonNode product, ObjectNode category) {
    return product.path("_positions").has(id(category));
  }

  private static void set(ObjectNode catalogue, String kind, ObjectNode row, boolean held) {
    ObjectNode named = catalogue.withObjectProperty(kind);
    if (isAll(catalogue) == held) {
      named.remove(id(row));
    } else {
      named.put(id(row), true);
    }
  }

  /** Whether what is new from now on is held by itself; what is held stays. */
  void fill(ObjectNode catalogue, boolean all) {
    Set<String> products = ids(products(catalogue));
    Set<String> categories = ids(categories(catalogue));
    catalogue.put(ALL, all);
    refill(catalogue, PRODUCTS, tables.products(), products);
    refill(catalogue, CATEGORIES, tables.categories(), categories);
  }

  private static Set<String> ids(List<ObjectNode> rows) {
    return rows.stream().map(Assortment::id).collect(Collectors.toSet());
  }

  private static void refill(ObjectNode catalogue, String kind, Table table, Set<String> held) {
    catalogue.putObject(kind);
    table.all().forEach(row -> set(catalogue, kind, row, held.contains(id(row))));
  }
}
