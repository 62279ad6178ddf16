package dev.kontor.connector.magento.order;

import dev.kontor.model.Refund;
import dev.kontor.model.RefundLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an order's returns say of the goods its credit memos are about. The shop joins the two by
 * nothing but the rows of the order, so that memos take what came back in their own order; it does
 * not show which of them put goods back to stock.
 */
final class Returned {

  private static final Set<String> REFUSED = Set.of("rejected", "denied");

  /** Pieces that came back, or did not, by row of the order. */
  private final Map<String, BigDecimal> back = new HashMap<>();

  private final Map<String, BigDecimal> refused = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();

  Returned(JsonNode order) {
    for (JsonNode one : order.path("returns")) {
      for (JsonNode item : one.path("items")) {
        String row = item.path("order_item_id").asString("");
        boolean no = REFUSED.contains(item.path("status").asString(""));
        (no ? refused : back)
            .merge(row, number(item, no ? "qty_requested" : "qty_approved"), BigDecimal::add);
        numbers.put(row, one.path("increment_id").asString(""));
      }
    }
  }

  private static BigDecimal number(JsonNode item, String field) {
    JsonNode number = item.path(field);
    return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
  }

  /** What became of a memo's goods; each piece that came back is told once. */
  Refund.Restock of(List<RefundLine> lines) {
    List<RefundLine> goods = lines.stream().filter(l -> !l.lineId().equals(Shipping.LINE)).toList();
    if (taken(back, goods)) {
      return Refund.Restock.YES;
    }
    return taken(refused, goods) ? Refund.Restock.NO : Refund.Restock.UNKNOWN;
  }

  private static boolean taken(Map<String, BigDecimal> pieces, List<RefundLine> goods) {
    boolean all =
        !goods.isEmpty()
            && goods.stream()
                .allMatch(
                    line ->
                        pieces
                                .getOrDefault(line.lineId(), BigDecimal.ZERO)
                                .compareTo(line.quantity())
                            >= 0);
    if (all) {
      goods.forEach(line -> pieces.merge(line.lineId(), line.quantity().negate(), BigDecimal::add));
    }
    return all;
  }

  /** In words, null if a memo's goods have no return. */
  @Nullable String told(List<RefundLine> lines) {
    return lines.stream()
        .filter(line -> numbers.containsKey(line.lineId()))
        .map(line -> "Return " + numbers.get(line.lineId()))
        .findFirst()
        .orElse(null);
  }
}
