package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Document;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What leaves the ERP's warehouse, order by order. */
final class Warehouse {

  private static final Duration PACKING = Duration.ofSeconds(40);
  private static final OrderProgress.State PARTLY = OrderProgress.State.SHIPPED_PARTIALLY;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final World world;
  private final Map<String, List<Shipment>> shipments = new TreeMap<>();
  private final List<Document> changes = new ArrayList<>();
  private String diligent = "";

  Warehouse(World world) {
    this.world = world;
  }

  /** The order with that reference is shipped soon after it arrives, in two parcels. */
  void shipsByItself(String reference) {
    diligent = reference;
  }

  void ordered(String id, String reference) {
    if (reference.equals(diligent)) {
      world.at(world.now().plus(PACKING), () -> ship(id));
      world.at(world.now().plus(PACKING.multipliedBy(2)), () -> ship(id));
    }
  }

  void ship(String order) {
    List<Shipment> so = shipments.computeIfAbsent(order, o -> new ArrayList<>());
    String number = order + "/" + (so.size() + 1);
    so.add(
        new Shipment(number, DAY, null, null, List.of("T" + number), null, List.of(), null, null));
    changes.add(document(order));
    world.trace().add("ERP ships " + number);
  }

  List<Shipment> shipments(String order) {
    return shipments.getOrDefault(order, List.of());
  }

  /** What the shop must have heard of it by the end, in that order. */
  List<String> events(String order) {
    List<String> events = new ArrayList<>(List.of("RELEASED "));
    shipments(order).forEach(shipment -> events.add("SHIPPED " + shipment.number()));
    return events;
  }

  Map<String, List<Shipment>> all() {
    return shipments;
  }

  List<Document> changes() {
    return changes;
  }

  List<Document> fetch(List<String> orders) {
    return orders.stream().filter(shipments::containsKey).map(this::document).toList();
  }

  private Document document(String order) {
    OrderProgress progress =
        new OrderProgress(
            order, null, PARTLY, null, shipments(order), List.of(), List.of(), Map.of());
    return new Document(
        EntityType.ORDER_PROGRESS,
        order,
        order,
        "v" + changes.size(),
        World.BEGIN,
        false,
        ModelJson.tree(progress));
  }
}
