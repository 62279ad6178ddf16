package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.model.ModelJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Orders of the shop with what their progress touches: states, lines, documents, custom fields. */
final class ShopOrders {

  private static final String ASSOCIATIONS =
      """
      {"stateMachineState":{},"deliveries":{"associations":{"stateMachineState":{}}},
       "lineItems":{},"documents":{"associations":{"documentType":{}}}}""";

  private final ShopwareApi api;

  ShopOrders(ShopwareApi api) {
    this.api = api;
  }

  /** By id, in one call; unknown ids are left out. */
  Map<String, JsonNode> of(Collection<String> ids) {
    List<String> known = ids.stream().filter(Ids::isId).distinct().toList();
    Map<String, JsonNode> orders = new HashMap<>();
    if (!known.isEmpty()) {
      api.stated("order", criteria(known)).forEach(row -> orders.put(ShopRow.id(row), row));
    }
    return orders;
  }

  private static Criteria criteria(List<String> ids) {
    return new Criteria(Criteria.MAX_LIMIT)
        .ids(ids)
        .associations(ModelJson.parse(ASSOCIATIONS))
        .include(
            "order",
            List.of(
                "id",
                "customFields",
                "primaryOrderDeliveryId",
                "stateMachineState",
                "deliveries",
                "lineItems",
                "documents"))
        .include("state_machine_state", List.of("technicalName"))
        .include("document_type", List.of("technicalName"))
        .include(
            "order_delivery", List.of("id", "trackingCodes", "shippingCosts", "stateMachineState"))
        .include("order_line_item", List.of("id", "type", "quantity", "position", "payload"))
        .include(
            "document",
            List.of(
                "id",
                "static",
                "sent",
                "config",
                "documentNumber",
                "documentMediaFileId",
                "createdAt",
                "documentType"));
  }
}
