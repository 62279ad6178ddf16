package dev.kontor.connector.magento.order;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What one order still holds back: the shop reserves it when the order is placed, and gives it free
 * piece by piece when it leaves, is cancelled or refunded; of what never leaves, when it is
 * invoiced (magento/contract.md §7).
 */
public final class OpenPieces {

  /** Fields of an order that this reads. */
  public static final String FIELDS =
      "entity_id,updated_at,state,items[item_id,parent_item_id,product_type,sku,price,is_virtual,"
          + "qty_ordered,qty_canceled,qty_shipped,qty_invoiced,qty_refunded,"
          + ChosenRow.FIELDS
          + "]";

  /** Of which nothing leaves any more. */
  private static final Set<String> OVER = Set.of("complete", "closed", "canceled");

  /** States of orders that hold something back. */
  public static final List<String> STATES =
      List.of("new", "pending_payment", "payment_review", "processing", "holded");

  private final Map<String, JsonNode> rows = new LinkedHashMap<>();
  private final Map<String, BigDecimal> shipped = new LinkedHashMap<>();

  private OpenPieces(JsonNode order, List<JsonNode> shipments) {
    order.path("items").forEach(row -> rows.put(OrderRows.id(row), row));
    OrderRows lines = new OrderRows(order, false);
    for (JsonNode shipment : shipments) {
      for (JsonNode row : shipment.path("items")) {
        lines
            .pieces(row.path("order_item_id").asString(""), OrderRows.pieces(row, "qty"))
            .forEach((line, count) -> shipped.merge(line, count, BigDecimal::add));
      }
    }
  }

  /**
   * By article number in lower case, as the shop ignores case; without what a chosen option adds to
   * it, as the shop keeps stock by the article (Magento_InventorySales, GetSkuFromOrderItem).
   *
   * @param shipments of the order; one made through {@code POST /V1/shipment} takes pieces without
   *     being seen in the order (magento/observed.md, Fulfilment)
   */
  public static Map<String, BigDecimal> of(JsonNode order, List<JsonNode> shipments) {
    Map<String, BigDecimal> open = new LinkedHashMap<>();
    if (!OVER.contains(order.path("state").asString(""))) {
      OpenPieces pieces = new OpenPieces(order, shipments);
      pieces.rows.values().stream()
          .filter(pieces::isArticle)
          .forEach(row -> open.merge(ChosenRow.stockKey(row), pieces.open(row), BigDecimal::add));
      open.values().removeIf(count -> count.signum() == 0);
    }
    return open;
  }

  public static String key(String sku) {
    return sku.strip().toLowerCase(Locale.ROOT);
  }

  /** A configurable article's and a bundle's own rows hold nothing; their parts do. */
  private boolean isArticle(JsonNode row) {
    return rows.values().stream().noneMatch(r -> OrderRows.id(row).equals(OrderRows.parent(r)));
  }

  private BigDecimal open(JsonNode row) {
    JsonNode counted = counted(row);
    boolean stays = row.path("is_virtual").asInt(0) == 1;
    BigDecimal gone =
        OrderRows.pieces(counted, stays ? "qty_invoiced" : "qty_shipped")
            .max(OrderRows.pieces(counted, "qty_refunded"))
            .max(shipped.getOrDefault(OrderRows.id(counted), BigDecimal.ZERO));
    return OrderRows.pieces(row, "qty_ordered")
        .subtract(OrderRows.pieces(counted, "qty_canceled"))
        .subtract(gone)
        .max(BigDecimal.ZERO);
  }

  /** The shop counts what left of a variant in its parent's row only. */
  private JsonNode counted(JsonNode row) {
    String parent = OrderRows.parent(row);
    JsonNode above = parent == null ? null : rows.get(parent);
    return above != null && above.path("product_type").asString("").equals("configurable")
        ? Objects.requireNonNull(above)
        : row;
  }
}
