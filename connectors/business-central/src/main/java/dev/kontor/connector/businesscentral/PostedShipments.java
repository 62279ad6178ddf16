package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.model.OrderReference;
import dev.kontor.spi.Document;
import dev.kontor.spi.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Posted shipments of orders by the reference of the order, which they bear too. What is made of a
 * delivery has its reference for an id: several may be in one shipment, or one in several.
 */
final class PostedShipments {

  private final Company company;
  private final String referenceField;

  PostedShipments(Configuration configuration, Company company) {
    this.company = company;
    this.referenceField = configuration.referenceField();
  }

  /**
   * What was posted last for the order of a delivery.
   *
   * @param reference of the delivery
   */
  Outcome.Written written(String reference) {
    Optional<JsonNode> newest =
        bearing(OrderReference.order(reference)).stream().reduce((older, newer) -> newer);
    String number = newest.map(shipment -> Json.text(shipment, "number", "")).orElse(null);
    return new Outcome.Written(reference, number, null);
  }

  /**
   * The newest of each order that is shipped as a whole.
   *
   * @param asked reference of a delivery, or of its order
   */
  List<Document> ofWhole(String asked) {
    String reference = OrderReference.order(asked);
    List<JsonNode> open =
        company
            .client()
            .all(
                ODataQuery.of(OrderParts.ORDERS)
                    .filter(bears(reference))
                    .expand("salesOrderLines"));
    if (!open.stream().allMatch(PostedShipments::isShipped)) {
      return List.of();
    }
    Map<String, JsonNode> byOrder = new LinkedHashMap<>();
    for (JsonNode shipment : bearing(reference)) {
      byOrder.put(Json.text(shipment, "orderNumber", ""), shipment);
    }
    return byOrder.values().stream().map(shipment -> document(asked, shipment)).toList();
  }

  private static Document document(String id, JsonNode shipment) {
    Document posted = Documents.of(EntityType.SHIPMENT, shipment);
    return new Document(
        posted.type(),
        id,
        posted.number(),
        posted.version(),
        posted.changedAt(),
        false,
        posted.content());
  }

  private static boolean isShipped(JsonNode order) {
    return order
        .path("salesOrderLines")
        .valueStream()
        .map(line -> Json.number(line, "quantity").subtract(Json.number(line, "shippedQuantity")))
        .map(BigDecimal::signum)
        .allMatch(left -> left == 0);
  }

  private List<JsonNode> bearing(String reference) {
    return company.model().has(OrderParts.SHIPMENTS, referenceField)
        ? company.client().all(ODataQuery.of(OrderParts.SHIPMENTS).filter(bears(reference)))
        : List.of();
  }

  private String bears(String reference) {
    return referenceField + " eq " + OData.quoted(reference);
  }
}
