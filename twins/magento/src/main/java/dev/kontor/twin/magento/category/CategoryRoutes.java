package dev.kontor.twin.magento.category;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Kind;
import dev.kontor.twin.magento.search.Search;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of categories (Magento_Catalog, Model/CategoryManagement, CategoryLinkRepository). */
public final class CategoryRoutes {
  private static final String CATEGORY = "catalog-data-category-interface";
  private static final String PRODUCTS = "/V1/categories/:categoryId/products";

  private final Tables tables;
  private final Types types;
  private final Categories categories;
  private final CategoryView view;
  private final CategoryTree tree;
  private final CategorySave save;

  public CategoryRoutes(Tables tables, Types types, Categories categories) {
    this.tables = tables;
    this.types = types;
    this.categories = categories;
    this.view = new CategoryView(categories);
    this.tree = new CategoryTree(categories, view);
    this.save = new CategorySave(tables, categories);
  }

  public void into(Routes routes) {
    Param category = Param.required("category", CATEGORY);
    Param link = Param.required("productLink", "catalog-data-category-product-link-interface");
    routes
        .on(
            "GET /V1/categories",
            this::tree,
            Param.optional("rootCategoryId", "int"),
            Param.optional("depth", "int"))
        .on("GET /V1/categories/:categoryId", r -> view.one(category(r, "categoryId"), r.store()))
        .on("GET /V1/categories/list", this::list, Param.criteria())
        .on(
            "POST /V1/categories",
            r -> view.one(save.create(r.param("category")), r.store()),
            category)
        .on("PUT /V1/categories/:id", this::change, category)
        .on("DELETE /V1/categories/:categoryId", this::delete)
        .on(
            "PUT /V1/categories/:categoryId/move",
            this::move,
            Param.required("parentId", "int"),
            Param.optional("afterId", "int"))
        .on("GET " + PRODUCTS, this::products)
        .on("POST " + PRODUCTS, this::put, link)
        .on("PUT " + PRODUCTS, this::put, link)
        .on("DELETE " + PRODUCTS + "/:sku", this::take);
  }

  private ObjectNode category(Request request, String name) {
    request.id(name);
    return categories.get(request.path(name).strip());
  }

  private JsonNode tree(Request request) {
    String root =
        request
            .param("rootCategoryId")
            .asString(String.valueOf(request.isForAll() ? Categories.ROOT : Categories.SHOP));
    long depth = request.param("depth").asLong(Long.MAX_VALUE);
    return tree.of(categories.get(root), request.store(), depth);
  }

  private JsonNode list(Request request) {
    Map<String, Kind> kinds = new HashMap<>(Columns.kinds(types.of(CATEGORY)));
    kinds.put("entity_id", Kind.NUMBER);
    kinds.put("url_key", Kind.TEXT);
    Columns columns =
        new Columns(
            kinds,
            (row, field) -> value(row, field.equals("entity_id") ? "id" : field),
            field ->
                ApiError.listed(
                    400,
                    "The \"%1\" attribute name is invalid. Reset the name and try again.",
                    field));
    return Search.page(
        request.criteria(), columns, tables.categories().all(), c -> view.one(c, request.store()));
  }

  private static JsonNode value(ObjectNode row, String field) {
    return row.has(field) ? row.path(field) : row.path("_custom").path(field);
  }

  private JsonNode change(Request request) {
    ObjectNode row = category(request, "id");
    return view.one(save.change(row, request.param("category"), request), request.store());
  }

  private JsonNode delete(Request request) {
    ObjectNode row = category(request, "categoryId");
    if (Row.number(row, "id") <= Categories.SHOP) {
      throw ApiError.listed(400, "Cannot delete category with id %1", row.path("id").asString());
    }
    categories.delete(row);
    return BooleanNode.TRUE;
  }

  private JsonNode move(Request request) {
    ObjectNode row = category(request, "categoryId");
    ObjectNode parent = categories.get(request.param("parentId").asString(""));
    if (categories.isBelow(parent, row)) {
      throw ApiError.of(
          400, "Operation do not allow to move a parent category to any of children category");
    }
    categories.hang(row, parent);
    return BooleanNode.TRUE;
  }

  private JsonNode products(Request request) {
    ObjectNode row = category(request, "categoryId");
    String id = row.path("id").asString();
    ArrayNode list = Json.array();
    for (ObjectNode product : categories.products(Row.number(row, "id"))) {
      ObjectNode link = list.addObject().put("sku", Row.text(product, "sku"));
      link.set("position", product.path("_positions").path(id));
      link.put("category_id", id);
    }
    return list;
  }

  private ObjectNode product(String sku) {
    return tables
        .products()
        .named("sku", sku.strip())
        .orElseThrow(
            () ->
                ApiError.of(
                    404,
                    "The product that was requested doesn't exist. Verify the product and try"
                        + " again."));
  }

  private JsonNode put(Request request) {
    ObjectNode row = category(request, "categoryId");
    JsonNode link = request.param("productLink");
    ObjectNode product = product(Row.text(link, "sku"));
    Categories.put(product, row.path("id").asString(), Row.number(link, "position"));
    return BooleanNode.TRUE;
  }

  private JsonNode take(Request request) {
    ObjectNode row = category(request, "categoryId");
    ObjectNode product = product(request.path("sku"));
    if (!product.path("_positions").has(row.path("id").asString())) {
      throw ApiError.of(400, "The category doesn't contain the specified product.");
    }
    Categories.take(product, Row.number(row, "id"));
    return BooleanNode.TRUE;
  }
}
