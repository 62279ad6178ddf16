package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.catalog.GroupPrices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The routes of prices in shared catalogues, which are the tier prices of their groups. */
record CataloguePriceRoutes(SharedCatalogues catalogues, GroupPrices prices, Table groups) {
  private static final String PATH = "/V1/sharedCatalog/:sharedCatalogId/";

  void into(Routes routes) {
    Param tiers = Param.required("prices", "catalog-data-tier-price-interface[]");
    routes
        .on("POST " + PATH + "assignTierPrices", this::assign, tiers)
        .on("POST " + PATH + "resetTierPrices", this::reset, Param.required("skus", "string[]"));
  }

  private Set<Long> groups(Request request) {
    return SharedCatalogues.groups(catalogues.get(request.id("sharedCatalogId")));
  }

  /** Answers with an empty list. */
  private JsonNode assign(Request request) {
    Set<Long> own = groups(request);
    for (JsonNode row : request.param("prices")) {
      String code = Row.text(row, "customer_group");
      if (own.stream().noneMatch(g -> Row.text(groups.get(g), "code").equalsIgnoreCase(code))) {
        throw ApiError.invalid("customer_group", code);
      }
    }
    prices.put(request.param("prices"), own);
    return Json.array();
  }

  /** Answers with an empty list. */
  private JsonNode reset(Request request) {
    prices.take(request.param("skus"), groups(request));
    return Json.array();
  }
}
