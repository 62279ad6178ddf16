package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Criteria;
import dev.kontor.twin.magento.search.Search;
import dev.kontor.twin.magento.stock.Stock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of products (magento/contract.md §6). */
public final class ProductRoutes {
  private static final String PRODUCT = "catalog-data-product-interface";
  private static final Columns SETS =
      Columns.ofTable(
          Map.of("attribute_set_id", "int", "attribute_set_name", "string", "sort_order", "int"));

  private final Tables tables;
  private final Types types;
  private final JsonNode facts;
  private final Attributes attributes;
  private final ProductView view;
  private final ProductSave save;

  public ProductRoutes(
      Tables tables, Stock stock, Types types, JsonNode facts, Attributes attributes, Rules rules) {
    this.tables = tables;
    this.types = types;
    this.facts = facts;
    this.attributes = attributes;
    this.view = new ProductView(tables, stock, facts);
    this.save = new ProductSave(tables, stock, attributes, rules);
  }

  public void into(Routes routes) {
    Param product = Param.required("product", PRODUCT);
    Param options = Param.optional("saveOptions", "bool");
    routes
        .on("GET /V1/products", this::list, Param.criteria())
        .on("GET /V1/products/:sku", r -> view.product(product(r, "sku"), r.store()))
        .on("POST /V1/products", this::saved, product, options)
        .on("PUT /V1/products/:sku", this::saved, product, options)
        .on("DELETE /V1/products/:sku", this::delete)
        .on(
            "GET /V1/configurable-products/:sku/children",
            r -> view.children(product(r, "sku"), r.store()))
        .on("GET /V1/configurable-products/:sku/options/all", r -> view.options(product(r, "sku")))
        .on(
            "GET /V1/bundle-products/:productSku/children",
            r -> view.parts(product(r, "productSku")))
        .on("GET /V1/products/attributes/:attributeCode/options", this::options)
        .on(
            "GET /V1/products/attribute-sets/sets/list",
            r -> Search.page(r.criteria(), SETS, List.of(set()), ObjectNode::deepCopy),
            Param.criteria())
        .on("GET /V1/products/attribute-sets/:attributeSetId/attributes", this::ofSet);
  }

  private ObjectNode product(Request request, String name) {
    return tables
        .products()
        .named("sku", request.path(name).strip())
        .orElseThrow(ProductRoutes::missing);
  }

  static ApiError missing() {
    return ApiError.of(
        404, "The product that was requested doesn't exist. Verify the product and try again.");
  }

  private static ObjectNode set() {
    return Json.object()
        .put("attribute_set_id", Attributes.SET)
        .put("attribute_set_name", "Default")
        .put("sort_order", 1)
        .put("entity_type_id", 4);
  }

  private JsonNode ofSet(Request request) {
    if (request.id("attributeSetId") != Attributes.SET) {
      throw ApiError.notFound();
    }
    return attributes.list();
  }

  /** Where the numbers wanted are named, only these rows are looked at. */
  private Collection<ObjectNode> candidates(Criteria criteria) {
    return criteria
        .named("sku")
        .<Collection<ObjectNode>>map(
            skus ->
                skus.stream()
                    .flatMap(sku -> tables.products().having("sku", sku.strip()))
                    .distinct()
                    .sorted(Comparator.comparingLong(row -> Row.number(row, "id")))
                    .toList())
        .orElseGet(() -> tables.products().all());
  }

  private JsonNode list(Request request) {
    return Search.page(
        request.criteria(),
        attributes.columns(types.of(PRODUCT)),
        candidates(request.criteria()),
        p -> view.listed(p, request.store()));
  }

  private JsonNode saved(Request request) {
    ObjectNode row = save.save(request.param("product"), request.store());
    return view.product(row, request.store());
  }

  private JsonNode delete(Request request) {
    tables.products().delete(Row.number(product(request, "sku"), "id"));
    return BooleanNode.TRUE;
  }

  private JsonNode options(Request request) {
    String code = request.path("attributeCode");
    if (!facts.has(code)) {
      throw ApiError.notFound();
    }
    return facts.path(code);
  }
}
