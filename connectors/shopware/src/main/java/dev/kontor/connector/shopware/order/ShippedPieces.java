package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.api.ShopRow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Pieces that left, by line of the order, as the shop's deliveries show it and as the ERP has told
 * the shop; each tells of the other's echo.
 */
public final class ShippedPieces {

  /** Custom field: what the ERP has told, by the id of the shop's order line. */
  public static final String TOLD = "kontor_shipped";

  private static final String QUANTITY = "quantity";
  private static final Set<String> LEFT = Set.of("shipped", "returned", "returned_partially");

  private ShippedPieces() {}

  /**
   * Whether the ERP has told of all that deliveries show; of one without positions: of anything.
   */
  static boolean areTold(JsonNode order) {
    JsonNode told = order.path("customFields").path(TOLD);
    Map<String, BigDecimal> shown = shown(order);
    return shown.isEmpty()
        ? !told.isEmpty()
        : shown.entrySet().stream()
            .allMatch(e -> e.getValue().compareTo(quantity(told.path(e.getKey()))) <= 0);
  }

  /** Whether deliveries that left show all of these pieces. */
  public static boolean areShown(JsonNode order, JsonNode pieces) {
    Map<String, BigDecimal> shown = shown(order);
    return !shown.isEmpty()
        && pieces.properties().stream()
            .allMatch(
                e ->
                    quantity(e.getValue())
                            .compareTo(shown.getOrDefault(e.getKey(), BigDecimal.ZERO))
                        <= 0);
  }

  /** Of goods: promotions are positions of deliveries, too. */
  private static Map<String, BigDecimal> shown(JsonNode order) {
    Map<String, BigDecimal> ordered = new TreeMap<>();
    for (JsonNode line : order.path("lineItems")) {
      if (OrderLines.sku(line) != null) {
        ordered.put(ShopRow.id(line), quantity(line.path(QUANTITY)));
      }
    }
    Map<String, BigDecimal> shown = new TreeMap<>();
    for (JsonNode delivery : order.path("deliveries")) {
      if (LEFT.contains(ShopRow.text(delivery.path("stateMachineState"), "technicalName"))) {
        delivery
            .path("positions")
            .forEach(
                p ->
                    shown.merge(
                        ShopRow.text(p, "orderLineItemId"),
                        quantity(p.path(QUANTITY)),
                        BigDecimal::add));
      }
    }
    shown.keySet().retainAll(ordered.keySet());
    // Positions keep the quantity their delivery was made with when the order is edited.
    ordered.forEach((id, most) -> shown.computeIfPresent(id, (same, pieces) -> pieces.min(most)));
    return shown;
  }

  private static BigDecimal quantity(JsonNode quantity) {
    return new BigDecimal(quantity.asString("0"));
  }
}
