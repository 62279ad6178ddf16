package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of the categories in shared catalogues, which are named by their number only. */
record CatalogueCategoryRoutes(SharedCatalogues catalogues, Table categories) {
  private static final String PATH = "/V1/sharedCatalog/:id/";

  void into(Routes routes) {
    Param sent = Param.required("categories", "catalog-data-category-interface[]");
    Assortment assortment = catalogues.assortment();
    routes
        .on("GET " + PATH + "categories", this::list)
        .on("POST " + PATH + "assignCategories", r -> each(r, assortment::addCategory), sent)
        .on("POST " + PATH + "unassignCategories", r -> each(r, assortment::takeCategory), sent);
  }

  private JsonNode list(Request request) {
    ArrayNode ids = Json.array();
    catalogues
        .categories(catalogues.get(request.id("id")))
        .forEach(category -> ids.add(Row.number(category, "id")));
    return ids;
  }

  private JsonNode each(Request request, BiConsumer<ObjectNode, ObjectNode> act) {
    ObjectNode catalogue = catalogues.get(request.id("id"));
    return Named.each(
        request.param("categories"),
        category -> Named.row(category, categories, "id"),
        category -> act.accept(catalogue, category));
  }
}
