package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Search;
import dev.kontor.twin.magento.stock.Stock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of products (magento/contract.md §6). */
public final class ProductRoutes {
  private static final String PRODUCT = "catalog-data-product-interface";

  private final Tables tables;
  private final Types types;
  private final JsonNode facts;
  private final Attributes attributes;
  private final ProductView view;
  private final ProductSave save;

  public ProductRoutes(
      Tables tables, Stock stock, Types types, JsonNode facts, Attributes attributes) {
    this.tables = tables;
    this.types = types;
    this.facts = facts;
    this.attributes = attributes;
    this.view = new ProductView(tables, stock, facts);
    this.save = new ProductSave(tables, stock, attributes);
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
        .on("GET /V1/products/attributes/:attributeCode/options", this::options);
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

  private JsonNode list(Request request) {
    return Search.page(
        request.criteria(),
        attributes.columns(types.of(PRODUCT)),
        tables.products().all(),
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
