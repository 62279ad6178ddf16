package dev.kontor.twin.magento.category;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tree of categories: the root of all, below it the root of the shop's website. Which products
 * are in which, and where, stands with the products ({@code _positions}: {category: position}).
 */
public final class Categories {
  static final long ROOT = 1;
  static final long SHOP = 2;

  private final Tables tables;

  public Categories(Tables tables) {
    this.tables = tables;
    insert("Root Catalog", 0, 0, "1");
    insert("Default Category", ROOT, 1, "1/2");
  }

  private void insert(String name, long parent, long level, String path) {
    ObjectNode row =
        tables.categories().insert(Json.object().put("name", name).put("parent_id", parent));
    row.put("is_active", true).put("position", level).put("level", level).put("path", path);
    row.put("include_in_menu", true)
        .put("created_at", tables.now())
        .put("updated_at", tables.now());
  }

  ObjectNode get(String id) {
    return tables
        .categories()
        .find(id.matches("\\d{1,18}") ? Long.parseLong(id) : -1)
        .orElseThrow(() -> ApiError.noSuch("id", id));
  }

  public boolean knows(String id) {
    return id.matches("\\d{1,18}") && tables.categories().find(Long.parseLong(id)).isPresent();
  }

  List<ObjectNode> children(ObjectNode category) {
    return tables.categories().where("parent_id", Row.number(category, "id")).stream()
        .sorted(Comparator.comparingLong(c -> Row.number(c, "position")))
        .toList();
  }

  /** Hangs a category below another, as its last child. */
  void hang(ObjectNode category, ObjectNode parent) {
    long last =
        children(parent).stream()
            .filter(c -> Row.number(c, "id") != Row.number(category, "id"))
            .mapToLong(c -> Row.number(c, "position"))
            .max()
            .orElse(0);
    category.put("parent_id", Row.number(parent, "id")).put("position", last + 1);
    settle(category, parent);
  }

  private void settle(ObjectNode category, ObjectNode parent) {
    category
        .put("level", Row.number(parent, "level") + 1)
        .put("path", Row.text(parent, "path") + "/" + Row.number(category, "id"));
    children(category).forEach(c -> settle(c, category));
  }

  boolean isBelow(ObjectNode category, ObjectNode above) {
    return (Row.text(category, "path") + "/").startsWith(Row.text(above, "path") + "/");
  }

  /** What is below it goes, too; the products stay. */
  void delete(ObjectNode category) {
    children(category).forEach(this::delete);
    long id = Row.number(category, "id");
    products(id).forEach(p -> take(p, id));
    tables.categories().delete(id);
  }

  List<ObjectNode> products(long category) {
    String id = String.valueOf(category);
    return tables.products().all().stream().filter(p -> p.path("_positions").has(id)).toList();
  }

  static void put(ObjectNode product, String category, long position) {
    product.withObjectProperty("_positions").put(category, position);
    renew(product);
  }

  static void take(ObjectNode product, long category) {
    product.withObjectProperty("_positions").remove(String.valueOf(category));
    renew(product);
  }

  private static void renew(ObjectNode product) {
    ArrayNode ids = product.withObjectProperty("_custom").putArray("category_ids");
    product.path("_positions").propertyNames().forEach(ids::add);
  }

  /**
   * Puts a product into the categories its save names. Links are laid over those there are, and
   * only an empty list takes them away; the attribute replaces them (Magento_Catalog,
   * Model/Category/Link/SaveHandler).
   */
  public void save(JsonNode sent, ObjectNode product) {
    JsonNode ids = ids(sent);
    if (ids.isArray()) {
      JsonNode before = product.path("_positions").deepCopy();
      clear(product);
      ids.forEach(id -> put(product, id.asString(""), before.path(id.asString("")).asLong(0)));
    }
    JsonNode links = sent.path("extension_attributes").path("category_links");
    if (links.isArray() && links.isEmpty()) {
      clear(product);
    }
    links.forEach(l -> put(product, Row.text(l, "category_id"), Row.number(l, "position")));
  }

  private static void clear(ObjectNode product) {
    product.putObject("_positions");
    renew(product);
  }

  private static JsonNode ids(JsonNode sent) {
    return sent.path("custom_attributes")
        .valueStream()
        .filter(a -> Row.text(a, "attribute_code").equals("category_ids"))
        .map(a -> a.path("value"))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** Refuses categories there are not, before anything is written. */
  public void check(JsonNode sent) {
    boolean known =
        sent.path("extension_attributes")
                .path("category_links")
                .valueStream()
                .allMatch(l -> knows(Row.text(l, "category_id")))
            && ids(sent).valueStream().allMatch(id -> knows(id.asString("")));
    if (!known) {
      throw ApiError.of(400, "The product was unable to be saved. Please try again.");
    }
  }

  /** As a product shows the categories it is in. */
  public static ArrayNode links(ObjectNode product) {
    ArrayNode links = Json.array();
    for (var position : product.path("_positions").properties()) {
      ObjectNode link = links.addObject();
      link.set("position", position.getValue());
      link.put("category_id", position.getKey());
    }
    return links;
  }
}
