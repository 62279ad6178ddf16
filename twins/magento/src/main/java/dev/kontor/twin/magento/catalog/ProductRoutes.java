package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.attribute.AttributeRoutes;
import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.category.CategoryRoutes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.media.MediaRoutes;
import dev.kontor.twin.magento.option.OptionRoutes;
import dev.kontor.twin.magento.search.Criteria;
import dev.kontor.twin.magento.search.Search;
import dev.kontor.twin.magento.stock.Stock;
import dev.kontor.twin.magento.variant.VariantRoutes;
import java.util.Collection;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of products (magento/contract.md §6). */
public final class ProductRoutes {
  private static final String PRODUCT = "catalog-data-product-interface";
  private final Tables tables;
  private final Types types;
  private final Attributes attributes;
  private final ProductView view;
  private final ProductSave save;
  private final Parts parts;

  public ProductRoutes(
      Tables tables, Stock stock, Types types, Attributes attributes, Rules rules, Parts parts) {
    this.tables = tables;
    this.types = types;
    this.attributes = attributes;
    this.view = new ProductView(tables, stock, parts.variants(), parts.options());
    this.save = new ProductSave(tables, stock, attributes, rules, parts);
    this.parts = parts;
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
            "GET /V1/bundle-products/:productSku/children",
            r -> view.parts(product(r, "productSku")));
    new VariantRoutes(tables, attributes, parts.variants(), r -> product(r, "sku"), view::children)
        .into(routes);
    new OptionRoutes(parts.optionSaves(), this::named).into(routes);
    new MediaRoutes(tables, parts.gallery(), r -> product(r, "sku")).into(routes);
    new CategoryRoutes(tables, types, parts.categories()).into(routes);
    new AttributeRoutes(attributes).into(routes);
  }

  private ObjectNode product(Request request, String name) {
    return named(request.path(name));
  }

  private ObjectNode named(String sku) {
    return tables.products().named("sku", sku.strip()).orElseThrow(ProductRoutes::missing);
  }

  static ApiError missing() {
    return ApiError.of(
        404, "The product that was requested doesn't exist. Verify the product and try again.");
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
    ObjectNode row = product(request, "sku");
    parts.deleted(row);
    tables.products().delete(Row.number(row, "id"));
    return BooleanNode.TRUE;
  }
}
