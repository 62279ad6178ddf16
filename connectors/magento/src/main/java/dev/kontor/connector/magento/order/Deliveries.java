package dev.kontor.connector.magento.order;

import dev.kontor.model.Address;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order's shipments, and what has not left yet. Pieces count, not the order's state: Magento
 * says complete with goods still open (magento/observed.md, More on orders).
 */
final class Deliveries {

  private final ShopOrder order;
  private final Address address;
  private final Map<String, BigDecimal> left = new LinkedHashMap<>();

  private Deliveries(ShopOrder order) {
    this.order = order;
    this.address = Addresses.shipTo(order);
  }

  /** Oldest first; what is open is last. None for an order of which nothing is shipped ever. */
  static List<Delivery> of(ShopOrder order) {
    Deliveries all = new Deliveries(order);
    List<Delivery> deliveries = new ArrayList<>();
    order.json().path("shipments").forEach(shipment -> deliveries.add(all.shipped(shipment)));
    all.rest().ifPresent(deliveries::add);
    return deliveries;
  }

  /** Code of carrier and method such as {@code flatrate_flatrate}, null for a virtual order. */
  static @Nullable String method(ShopOrder order) {
    return Text.text(order.shipping().path("method"));
  }

  private Delivery shipped(JsonNode shipment) {
    Map<String, BigDecimal> pieces = new LinkedHashMap<>();
    List<String> ids =
        shipment
            .path("items")
            .valueStream()
            .map(row -> row.path("order_item_id").asString(""))
            .toList();
    for (JsonNode row : shipment.path("items")) {
      String id = row.path("order_item_id").asString("");
      BigDecimal count = OrderRows.pieces(row, "qty");
      // A bundle's parts are listed where they go out each by itself.
      boolean listed = order.rows().parts(id).stream().anyMatch(p -> ids.contains(OrderRows.id(p)));
      if (listed) {
        continue;
      }
      order.rows().pieces(id, count).forEach((line, n) -> pieces.merge(line, n, BigDecimal::add));
    }
    pieces.forEach((line, count) -> left.merge(line, count, BigDecimal::add));
    return delivery(
        shipment.path("entity_id").asString(""),
        DeliveryState.SHIPPED,
        shipment.path("tracks").valueStream().flatMap(Deliveries::code).toList(),
        pieces,
        Marks.isOurs(shipment));
  }

  private static Stream<String> code(JsonNode track) {
    return Stream.ofNullable(Text.text(track.path("track_number")));
  }

  /** What is still to leave; of an order that was closed or cancelled, what never will. */
  private Optional<Delivery> rest() {
    Map<String, BigDecimal> open = new LinkedHashMap<>();
    for (JsonNode row : order.rows().lines()) {
      BigDecimal rest =
          OrderRows.pieces(row, "qty_ordered")
              .subtract(left.getOrDefault(OrderRows.id(row), BigDecimal.ZERO));
      if (row.path("is_virtual").asInt(0) == 0 && rest.signum() > 0) {
        open.put(OrderRows.id(row), rest);
      }
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    String state = order.json().path("state").asString("");
    boolean over = state.equals("canceled") || state.equals("closed");
    return Optional.of(
        delivery(
            order.json().path("entity_id").asString("") + "-open",
            over ? DeliveryState.CANCELLED : DeliveryState.OPEN,
            List.of(),
            open,
            false));
  }

  private Delivery delivery(
      String id,
      DeliveryState state,
      List<String> codes,
      Map<String, BigDecimal> pieces,
      boolean told) {
    List<Delivery.Line> lines =
        pieces.entrySet().stream().map(e -> new Delivery.Line(e.getKey(), e.getValue())).toList();
    return new Delivery(id, method(order), state, address, codes, lines, told);
  }
}
