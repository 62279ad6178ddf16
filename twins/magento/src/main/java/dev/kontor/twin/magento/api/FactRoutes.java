package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop tells about itself: stores, currencies and taxes. */
public final class FactRoutes {
  private static final Map<String, String> RATE =
      Map.of("id", "int", "code", "string", "rate", "float", "tax_country_id", "string");
  private static final Map<String, String> TAX_CLASS =
      Map.of("class_id", "int", "class_name", "string", "class_type", "string");
  private static final Map<String, String> RULE =
      Map.of("id", "int", "code", "string", "priority", "int", "position", "int");

  private final JsonNode facts;

  /** {@code facts}: {@code shop.json}. */
  public FactRoutes(JsonNode facts) {
    this.facts = facts;
  }

  public void into(Routes routes) {
    routes
        .on("GET /V1/store/storeViews", _ -> facts.path("store_views"))
        .on("GET /V1/store/storeConfigs", _ -> facts.path("store_configs"))
        .on("GET /V1/store/websites", _ -> websites())
        .on("GET /V1/directory/currency", _ -> facts.path("currency"))
        .on("GET /V1/taxRates/search", r -> page(r, "tax_rates", RATE), Param.criteria())
        .on("GET /V1/taxClasses/search", r -> page(r, "tax_classes", TAX_CLASS), Param.criteria())
        .on("GET /V1/taxRules/search", r -> page(r, "tax_rules", RULE), Param.criteria());
  }

  private static JsonNode websites() {
    ObjectNode base =
        Json.object()
            .put("id", 1)
            .put("code", "base")
            .put("name", "Main Website")
            .put("default_group_id", 1);
    ObjectNode admin =
        Json.object()
            .put("id", 0)
            .put("code", "admin")
            .put("name", "Admin")
            .put("default_group_id", 0);
    return Json.array().add(base).add(admin);
  }

  private JsonNode page(Request request, String name, Map<String, String> types) {
    List<ObjectNode> rows = facts.path(name).valueStream().map(ObjectNode.class::cast).toList();
    return Search.page(request.criteria(), Columns.ofTable(types), rows, ObjectNode::deepCopy);
  }
}
