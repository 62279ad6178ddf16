package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of the products in shared catalogues, which are named by their SKU only. */
record CatalogueProductRoutes(SharedCatalogues catalogues, Table products) {
  private static final String PATH = "/V1/sharedCatalog/:id/";

  void into(Routes routes) {
    Param sent = Param.required("products", "catalog-data-product-interface[]");
    Assortment assortment = catalogues.assortment();
    routes
        .on("GET " + PATH + "products", this::list)
        .on("POST " + PATH + "assignProducts", r -> each(r, assortment::add), sent)
        .on("POST " + PATH + "unassignProducts", r -> each(r, assortment::take), sent);
  }

  private JsonNode list(Request request) {
    ArrayNode skus = Json.array();
    catalogues
        .products(catalogues.get(request.id("id")))
        .forEach(p -> skus.add(Row.text(p, "sku")));
    return skus;
  }

  private JsonNode each(Request request, BiConsumer<ObjectNode, ObjectNode> act) {
    ObjectNode catalogue = catalogues.get(request.id("id"));
    return Named.each(
        request.param("products"), this::product, product -> act.accept(catalogue, product));
  }

  private ObjectNode product(JsonNode sent) {
    String sku = Row.text(sent, "sku").strip();
    if (sku.isEmpty()) {
      throw ApiError.required("sku");
    }
    return products.named("sku", sku).orElseThrow(() -> ApiError.noSuch("sku", sku));
  }
}
