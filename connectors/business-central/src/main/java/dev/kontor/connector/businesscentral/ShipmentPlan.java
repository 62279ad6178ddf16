package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What of an open order is to be shipped so that all that left the shop's warehouse is; what
 * Business Central has shipped already counts, whoever posted it. Lines without goods go with the
 * last goods.
 */
final class ShipmentPlan {

  /** Content: whether nothing of the order is still to leave. */
  static final String LAST = "last";

  /** Content: articles with the pieces that have left so far. */
  static final String PIECES = "pieces";

  static final String NEXT = "shipQuantity";

  private static final String QUANTITY = "quantity";

  private final JsonNode order;
  private final Map<String, BigDecimal> byLine = new HashMap<>();

  private ShipmentPlan(JsonNode order) {
    this.order = order;
  }

  /**
   * @param order with its lines
   * @throws FaultException if more left than the order has
   */
  static ShipmentPlan of(JsonNode order, JsonNode content) {
    ShipmentPlan plan = new ShipmentPlan(order);
    if (content.path(LAST).asBoolean(false)) {
      plan.lines().forEach(line -> plan.byLine.put(id(line), left(line)));
    } else {
      plan.goods(content.path(PIECES));
    }
    return plan;
  }

  private void goods(JsonNode pieces) {
    for (JsonNode article : pieces) {
      List<JsonNode> same = lines().stream().filter(l -> key(l).equals(key(article))).toList();
      BigDecimal need = Json.number(article, QUANTITY);
      for (JsonNode line : same) {
        need = need.subtract(Json.number(line, "shippedQuantity"));
      }
      for (JsonNode line : same) {
        BigDecimal some = need.max(BigDecimal.ZERO).min(left(line));
        byLine.put(id(line), some);
        need = need.subtract(some);
      }
      if (need.signum() > 0) {
        throw new FaultException(
            new Fault.Invalid(
                PIECES,
                "the shop has shipped "
                    + Json.number(article, QUANTITY).toPlainString()
                    + " of "
                    + Json.text(article, "sku", "")
                    + ", "
                    + need.toPlainString()
                    + " more than order "
                    + Json.text(order, "number", "")
                    + " has; correct the order in Business Central and resubmit this message, or"
                    + " post the shipment by hand",
                null));
      }
    }
    boolean last = lines().stream().filter(this::isGoods).allMatch(this::isWhole);
    for (JsonNode line : lines()) {
      byLine.putIfAbsent(id(line), last ? left(line) : BigDecimal.ZERO);
    }
  }

  private boolean isGoods(JsonNode line) {
    return byLine.containsKey(id(line));
  }

  private boolean isWhole(JsonNode line) {
    return left(line).compareTo(byLine.getOrDefault(id(line), BigDecimal.ZERO)) == 0;
  }

  /** Whether nothing is left to ship. */
  boolean isDone() {
    return byLine.values().stream().allMatch(quantity -> quantity.signum() == 0);
  }

  /** Lines that would ship something else. */
  List<JsonNode> differing() {
    return lines().stream()
        .filter(line -> Json.number(line, NEXT).compareTo(quantity(line)) != 0)
        .toList();
  }

  BigDecimal quantity(JsonNode line) {
    return byLine.getOrDefault(id(line), BigDecimal.ZERO);
  }

  private List<JsonNode> lines() {
    List<JsonNode> lines = new ArrayList<>();
    order.path("salesOrderLines").forEach(lines::add);
    lines.removeIf(line -> Json.number(line, QUANTITY).signum() == 0);
    return lines;
  }

  private static String key(JsonNode line) {
    return Codes.upper(Json.id(line, "itemId") + "|" + Json.id(line, "itemVariantId"));
  }

  private static String id(JsonNode line) {
    return Json.text(line, "id", "");
  }

  private static BigDecimal left(JsonNode line) {
    return Json.number(line, QUANTITY).subtract(Json.number(line, "shippedQuantity"));
  }
}
