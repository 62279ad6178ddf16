package dev.kontor.connector.magento.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Which rows of the shop's order the ERP's shipped pieces are of. The shop ships the row of a
 * configurable article or a bundle, never its parts (magento/observed.md, More on orders).
 */
public final class ShippedPieces {

  private final OrderRows rows;
  private final Map<String, BigDecimal> left;
  private final Map<String, BigDecimal> items = new LinkedHashMap<>();

  private ShippedPieces(OrderRows rows, Map<String, BigDecimal> shipped) {
    this.rows = rows;
    this.left = new LinkedHashMap<>(shipped);
  }

  /**
   * @param shipped pieces by article number, as {@link OpenPieces#key} writes it
   * @param all whether by what the ERP says nothing is still to leave; then a bundle of whose parts
   *     any left has left
   */
  public static ShippedPieces of(JsonNode order, Map<String, BigDecimal> shipped, boolean all) {
    OrderRows rows = new OrderRows(order, false);
    ShippedPieces pieces = new ShippedPieces(rows, shipped);
    List<JsonNode> heads =
        order.path("items").valueStream().filter(row -> OrderRows.parent(row) == null).toList();
    heads.forEach(pieces::own);
    heads.stream()
        .filter(row -> rows.isBundle(OrderRows.id(row)))
        .forEach(row -> pieces.bundle(row, all));
    return pieces;
  }

  /** Pieces still to leave of a row that is shipped as one. */
  private static BigDecimal open(JsonNode row) {
    return row.path("is_virtual").asInt(0) == 1
        ? BigDecimal.ZERO
        : OrderRows.pieces(row, "qty_ordered")
            .subtract(OrderRows.pieces(row, "qty_canceled"))
            .subtract(
                OrderRows.pieces(row, "qty_shipped").max(OrderRows.pieces(row, "qty_refunded")))
            .max(BigDecimal.ZERO);
  }

  private void own(JsonNode row) {
    String sku = sku(row);
    BigDecimal some = left.getOrDefault(sku, BigDecimal.ZERO).min(open(row));
    put(row, some);
    take(sku, some);
  }

  private void bundle(JsonNode row, boolean all) {
    BigDecimal open = open(row).subtract(items.getOrDefault(OrderRows.id(row), BigDecimal.ZERO));
    List<JsonNode> parts = rows.parts(OrderRows.id(row));
    if (open.signum() <= 0 || parts.stream().noneMatch(part -> left.containsKey(sku(part)))) {
      return;
    }
    BigDecimal whole = all ? open : open.min(whole(row, parts));
    put(row, whole);
    rows.pieces(OrderRows.id(row), whole).forEach((id, count) -> part(parts, id, count));
  }

  private void part(List<JsonNode> parts, String id, BigDecimal count) {
    parts.stream()
        .filter(part -> OrderRows.id(part).equals(id))
        .forEach(part -> take(sku(part), count));
  }

  /** How many whole ones the parts that left make. */
  private BigDecimal whole(JsonNode row, List<JsonNode> parts) {
    BigDecimal bundles = OrderRows.pieces(row, "qty_ordered");
    return parts.stream()
        .map(
            part ->
                left.getOrDefault(sku(part), BigDecimal.ZERO)
                    .multiply(bundles)
                    .divide(OrderRows.pieces(part, "qty_ordered"), 0, RoundingMode.FLOOR))
        .min(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private void put(JsonNode row, BigDecimal pieces) {
    if (pieces.signum() > 0) {
      items.merge(OrderRows.id(row), pieces, BigDecimal::add);
    }
  }

  private void take(String sku, BigDecimal pieces) {
    left.computeIfPresent(
        sku,
        (key, known) -> {
          BigDecimal rest = known.subtract(pieces);
          return rest.signum() > 0 ? rest : null;
        });
  }

  private static String sku(JsonNode row) {
    return OpenPieces.key(row.path("sku").asString(""));
  }

  /** Pieces to ship by id of the order's row. */
  public Map<String, BigDecimal> items() {
    return items;
  }

  /** Articles of which more left than the shop's order has open, or that make no whole bundle. */
  public Set<String> beyond() {
    return new TreeSet<>(left.keySet());
  }

  /** What these pieces are at a source, by article number. */
  public static Map<String, BigDecimal> goods(JsonNode order, Map<String, BigDecimal> items) {
    OrderRows rows = new OrderRows(order, false);
    Map<String, BigDecimal> goods = new LinkedHashMap<>();
    for (JsonNode row : order.path("items")) {
      items.forEach(
          (item, count) -> {
            BigDecimal some = rows.pieces(item, count).get(OrderRows.id(row));
            if (some != null && !rows.isBundle(OrderRows.id(row))) {
              goods.merge(ChosenRow.stockKey(row), some, BigDecimal::add);
            }
          });
    }
    return goods;
  }

  /** What a shipment of the shop holds, by id of the order's row. */
  public static Map<String, BigDecimal> items(JsonNode shipment) {
    Map<String, BigDecimal> items = new LinkedHashMap<>();
    for (JsonNode row : shipment.path("items")) {
      items.merge(
          Objects.requireNonNullElse(Text.text(row.path("order_item_id")), ""),
          OrderRows.pieces(row, "qty"),
          BigDecimal::add);
    }
    return items;
  }
}
