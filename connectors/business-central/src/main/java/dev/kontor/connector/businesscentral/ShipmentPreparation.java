package dev.kontor.connector.businesscentral;

import dev.kontor.kit.Preparation;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderShipment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says of a delivery which articles left with it and what its parcel is. */
final class ShipmentPreparation {

  static final String TRACKING = "packageTrackingNumber";

  /**
   * The field of a shipment takes so many characters (Sales Shipment Header, Package Tracking No.).
   */
  private static final int LENGTH = 50;

  private static final String BETWEEN = ", ";

  private final Items items;

  ShipmentPreparation(Items items) {
    this.items = items;
  }

  Prepared prepare(JsonNode mapped, JsonNode model) {
    OrderShipment shipment = ModelJson.mapper().treeToValue(model, OrderShipment.class);
    ObjectNode content = ((ObjectNode) mapped).deepCopy();
    List<String> notes = new ArrayList<>();
    content.put(TRACKING, codes(shipment.delivery().trackingCodes(), notes));
    content.put(ShipmentPlan.LAST, shipment.completesOrder());
    return Preparation.of(
        () -> {
          if (!shipment.completesOrder()) {
            pieces(shipment, content.putArray(ShipmentPlan.PIECES));
          }
          return new Prepared.Ready(content, notes);
        });
  }

  private void pieces(OrderShipment shipment, ArrayNode pieces) {
    Map<String, BigDecimal> shipped = shipment.shipped();
    Map<String, Item> found = items.find(shipped.keySet());
    if (shipment.delivery().lines().isEmpty()) {
      throw invalid(
          "the shop has several deliveries of the order and does not say what left with this one; set"
              + " deliveryPositions of the shop's connection, or post the shipment by hand");
    }
    shipped.forEach(
        (sku, quantity) -> {
          Item item = found.get(sku);
          if (item == null) {
            throw new FaultException(
                new Fault.Missing(
                    EntityType.PRODUCT,
                    sku,
                    "no item answers to article number " + sku + " of the shipment"));
          }
          ObjectNode piece = pieces.addObject().put("sku", sku).put("itemId", item.id());
          if (item.variantId() != null) {
            piece.put("itemVariantId", item.variantId());
          }
          piece.put("quantity", quantity);
        });
  }

  /** What does not fit is left out as a whole. */
  private static String codes(List<String> codes, List<String> notes) {
    StringBuilder field = new StringBuilder();
    int taken = 0;
    for (String code : codes) {
      String next = field.isEmpty() ? code : BETWEEN + code;
      if (field.length() + next.length() <= LENGTH) {
        field.append(next);
        taken++;
      }
    }
    if (taken < codes.size()) {
      notes.add(
          "the tracking number takes "
              + LENGTH
              + " characters; "
              + (codes.size() - taken)
              + " of "
              + codes.size()
              + " codes are left out");
    }
    return field.toString();
  }

  private static FaultException invalid(String problem) {
    return new FaultException(new Fault.Invalid(ShipmentPlan.PIECES, problem, null));
  }
}
