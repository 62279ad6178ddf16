package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.model.ModelJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders of the shop with what their progress touches: states, lines, documents, custom fields. */
final class ShopOrders {

  private static final String ASSOCIATIONS =
      """
      {"stateMachineState":{},"deliveries":{"associations":{"stateMachineState":{}}},
       "lineItems":{},"documents":{"associations":{"documentType":{}}}}""";

  private final ShopwareApi api;
  private final boolean positions;

  ShopOrders(ShopwareApi api, ShopwareSettings settings) {
    this.api = api;
    this.positions = settings.deliveryPositions();
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

  private Criteria criteria(List<String> ids) {
    JsonNode associations = ModelJson.parse(ASSOCIATIONS);
    if (positions) {
      ((ObjectNode) associations.at("/deliveries/associations")).putObject("positions");
    }
    return new Criteria(Criteria.MAX_LIMIT)
        .ids(ids)
        .associations(associations)
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
            "order_delivery",
            List.of("id", "trackingCodes", "shippingCosts", "stateMachineState", "positions"))
        .include("order_delivery_position", List.of("id", "orderLineItemId", "quantity"))
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
