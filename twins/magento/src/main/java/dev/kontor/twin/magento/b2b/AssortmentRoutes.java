package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.catalog.GroupPrices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes of what shared catalogues hold, and at which prices ({@code
 * rest/b2b/shared-cat-product-assign.md}).
 */
public final class AssortmentRoutes {
  private static final String BY_ID = "/V1/sharedCatalog/:id/";
  private static final String PRICED = "/V1/sharedCatalog/:sharedCatalogId/";

  private final Tables tables;
  private final SharedCatalogues catalogues;
  private final Assortment assortment;
  private final GroupPrices prices;

  public AssortmentRoutes(Tables tables) {
    this.tables = tables;
    this.catalogues = new SharedCatalogues(tables);
    this.assortment = catalogues.assortment();
    this.prices = new GroupPrices(tables);
  }

  public void into(Routes routes) {
    Param products = Param.required("products", "catalog-data-product-interface[]");
    Param categories = Param.required("categories", "catalog-data-category-interface[]");
    Param tiers = Param.required("prices", "catalog-data-tier-price-interface[]");
    routes
        .on("GET " + BY_ID + "products", this::products)
        .on("POST " + BY_ID + "assignProducts", r -> products(r, assortment::add), products)
        .on("POST " + BY_ID + "unassignProducts", r -> products(r, assortment::take), products)
        .on("GET " + BY_ID + "categories", this::categories)
        .on(
            "POST " + BY_ID + "assignCategories",
            r -> categories(r, assortment::addCategory),
            categories)
        .on(
            "POST " + BY_ID + "unassignCategories",
            r -> categories(r, assortment::takeCategory),
            categories)
        .on("POST " + PRICED + "assignTierPrices", this::price, tiers)
        .on("POST " + PRICED + "resetTierPrices", this::reset, Param.required("skus", "string[]"));
  }

  private ObjectNode one(Request request) {
    return catalogues.get(request.id("id"));
  }

  private JsonNode products(Request request) {
    ArrayNode skus = Json.array();
    assortment.products(one(request)).forEach(product -> skus.add(Row.text(product, "sku")));
    return skus;
  }

  private JsonNode products(Request request, BiConsumer<ObjectNode, ObjectNode> act) {
    ObjectNode catalogue = one(request);
    List<ObjectNode> named = request.param("products").valueStream().map(this::product).toList();
    named.forEach(product -> act.accept(catalogue, product));
    return BooleanNode.TRUE;
  }

  private ObjectNode product(JsonNode sent) {
    String sku = Row.text(sent, "sku").strip();
    if (sku.isEmpty()) {
      throw ApiError.required("sku");
    }
    return tables.products().named("sku", sku).orElseThrow(() -> ApiError.noSuch("sku", sku));
  }

  private JsonNode categories(Request request) {
    ArrayNode ids = Json.array();
    assortment.categories(one(request)).forEach(category -> ids.add(Row.number(category, "id")));
    return ids;
  }

  private JsonNode categories(Request request, BiConsumer<ObjectNode, ObjectNode> act) {
    ObjectNode catalogue = one(request);
    List<ObjectNode> named = request.param("categories").valueStream().map(this::category).toList();
    named.forEach(category -> act.accept(catalogue, category));
    return BooleanNode.TRUE;
  }

  private ObjectNode category(JsonNode sent) {
    if (!sent.hasNonNull("id")) {
      throw ApiError.required("id");
    }
    long id = Row.number(sent, "id");
    return tables
        .categories()
        .find(id)
        .orElseThrow(() -> ApiError.noSuch("id", String.valueOf(id)));
  }

  private ObjectNode priced(Request request) {
    return catalogues.get(request.id("sharedCatalogId"));
  }

  /** Answers with an empty list. */
  private JsonNode price(Request request) {
    Set<Long> groups = SharedCatalogues.groups(priced(request));
    Set<String> codes =
        groups.stream()
            .map(group -> Row.text(tables.groups().get(group), "code"))
            .collect(Collectors.toSet());
    for (JsonNode row : request.param("prices")) {
      String code = Row.text(row, "customer_group");
      if (codes.stream().noneMatch(code::equalsIgnoreCase)) {
        throw ApiError.invalid("customer_group", code);
      }
    }
    prices.put(request.param("prices"), groups);
    return Json.array();
  }

  /** Answers with an empty list. */
  private JsonNode reset(Request request) {
    prices.take(request.param("skus"), SharedCatalogues.groups(priced(request)));
    return Json.array();
  }
}
