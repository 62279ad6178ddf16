package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.order.OrderDeliveries;
import dev.kontor.connector.shopware.order.ShippedPieces;
import dev.kontor.connector.shopware.progress.Shipped.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the shop's order keeps of the ERP's work in custom fields, and the tracking codes of its
 * delivery. Each shipment, invoice and credit memo stands under its number, so stating one again
 * changes nothing; the shop replaces an object as a whole, so the others are written with it.
 */
final class ProgressFields {

  /** Where the order stands in the ERP, e.g. SHIPPED_PARTIALLY. */
  static final String STATE = "kontor_erp_state";

  /** Shipments by the ERP's number; their lines by the id of the shop's order line. */
  static final String SHIPMENTS = "kontor_shipments";

  /** Pieces shipped so far, by the id of the shop's order line. */
  static final String SHIPPED = ShippedPieces.TOLD;

  /** Invoices by the ERP's number. */
  static final String INVOICES = "kontor_invoices";

  /** Credit memos by the ERP's number. */
  static final String CREDIT_MEMOS = "kontor_credit_memos";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProgressFields() {}

  /** The order's row with the fields of the event. */
  static ObjectNode row(Progress progress, JsonNode order) {
    ObjectNode row = ShopRow.of(progress.orderId());
    row.set("customFields", of(progress, order));
    return row;
  }

  /** Never empty; an empty map would wipe the fields of others (shopware/contract.md §12). */
  private static ObjectNode of(Progress progress, JsonNode order) {
    ObjectNode fields = NODES.objectNode().put(STATE, progress.state().name());
    Shipped shipped = progress.shipped();
    if (shipped != null) {
      ObjectNode shipments = with(order, SHIPMENTS, shipped.number(), shipment(shipped, order));
      fields.set(SHIPMENTS, shipments);
      fields.set(SHIPPED, totals(shipments));
    }
    Paper paper = progress.paper();
    if (paper != null) {
      String name =
          switch (progress.kind()) {
            case INVOICED -> INVOICES;
            case RELEASED, SHIPPED, CREDITED, CANCELLED -> CREDIT_MEMOS;
          };
      fields.set(name, with(order, name, paper.number(), bare(paper.content())));
    }
    return fields;
  }

  /** Pieces that have left by what the ERP says, this event's among them. */
  static JsonNode shipped(Progress progress, JsonNode order) {
    return of(progress, order).path(SHIPPED);
  }

  /**
   * All codes of the main delivery, those of others first; null if there is nothing new, as where
   * the shop itself has told of them with any of its deliveries.
   */
  static @Nullable ObjectNode tracking(Progress progress, JsonNode order) {
    JsonNode delivery = OrderDeliveries.main(order);
    if (progress.shipped() == null || delivery == null) {
      return null;
    }
    Set<String> known = new LinkedHashSet<>();
    order.path("deliveries").forEach(d -> known.addAll(codes(d)));
    Set<String> codes = new LinkedHashSet<>(codes(delivery));
    if (known.containsAll(progress.shipped().trackingCodes())
        || !codes.addAll(progress.shipped().trackingCodes())) {
      return null;
    }
    ObjectNode row = ShopRow.of(ShopRow.id(delivery));
    ArrayNode list = row.putArray("trackingCodes");
    codes.forEach(list::add);
    return row;
  }

  private static List<String> codes(JsonNode delivery) {
    return delivery.path("trackingCodes").valueStream().map(code -> code.asString("")).toList();
  }

  private static ObjectNode with(JsonNode order, String field, String number, JsonNode one) {
    ObjectNode all = NODES.objectNode();
    order
        .path("customFields")
        .path(field)
        .properties()
        .forEach(e -> all.set(e.getKey(), e.getValue()));
    all.set(number, one);
    return all;
  }

  /** Without the reference by which only the hub opens the file. */
  private static ObjectNode bare(JsonNode content) {
    ObjectNode bare = NODES.objectNode();
    content.properties().forEach(e -> bare.set(e.getKey(), e.getValue()));
    bare.remove(List.of("file", "number"));
    return bare;
  }

  private static ObjectNode shipment(Shipped shipped, JsonNode order) {
    ObjectNode shipment = bare(shipped.content());
    ObjectNode lines = NODES.objectNode();
    Map<String, BigDecimal> before = shippedBefore(order, shipped.number());
    assigned(shipped.lines(), order, before)
        .forEach((id, quantity) -> lines.put(id, quantity.toPlainString()));
    shipment.set("lines", lines);
    return shipment;
  }

  private static Map<String, BigDecimal> shippedBefore(JsonNode order, String number) {
    Map<String, BigDecimal> shipped = new LinkedHashMap<>();
    for (var shipment : order.path("customFields").path(SHIPMENTS).properties()) {
      if (!shipment.getKey().equals(number)) {
        shipment
            .getValue()
            .path("lines")
            .properties()
            .forEach(
                line -> shipped.merge(line.getKey(), quantity(line.getValue()), BigDecimal::add));
      }
    }
    return shipped;
  }

  /**
   * Pieces by the shop's line: the first lines of an article are filled before the later ones, and
   * what is beyond all of them stands on the last. An article the order does not have stands under
   * its number.
   */
  private static Map<String, BigDecimal> assigned(
      List<Line> lines, JsonNode order, Map<String, BigDecimal> before) {
    Map<String, BigDecimal> assigned = new LinkedHashMap<>();
    for (Line line : lines) {
      BigDecimal left = line.quantity();
      String last = line.productNumber();
      for (JsonNode row : rows(order, line.productNumber())) {
        last = ShopRow.id(row);
        BigDecimal open =
            quantity(row.path("quantity"))
                .subtract(before.getOrDefault(last, BigDecimal.ZERO))
                .subtract(assigned.getOrDefault(last, BigDecimal.ZERO));
        BigDecimal some = left.min(open);
        if (some.signum() > 0) {
          assigned.merge(last, some, BigDecimal::add);
          left = left.subtract(some);
        }
      }
      if (left.signum() > 0) {
        assigned.merge(last, left, BigDecimal::add);
      }
    }
    return assigned;
  }

  private static List<JsonNode> rows(JsonNode order, String productNumber) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : order.path("lineItems")) {
      if (row.path("payload").path("productNumber").asString("").equalsIgnoreCase(productNumber)) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparingInt((JsonNode row) -> row.path("position").asInt(0))
            .thenComparing(row -> ShopRow.id(row)));
    return rows;
  }

  private static ObjectNode totals(JsonNode shipments) {
    Map<String, BigDecimal> totals = new LinkedHashMap<>();
    shipments.forEach(
        shipment ->
            shipment
                .path("lines")
                .properties()
                .forEach(
                    line ->
                        totals.merge(line.getKey(), quantity(line.getValue()), BigDecimal::add)));
    ObjectNode json = NODES.objectNode();
    totals.forEach((id, quantity) -> json.put(id, quantity.toPlainString()));
    return json;
  }

  private static BigDecimal quantity(JsonNode node) {
    return new BigDecimal(node.asString("0"));
  }
}
