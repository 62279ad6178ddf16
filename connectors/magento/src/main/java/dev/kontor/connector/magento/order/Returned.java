package dev.kontor.connector.magento.order;

import dev.kontor.model.Refund;
import dev.kontor.model.RefundLine;
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

  private final Pieces back = new Pieces();
  private final Pieces refused = new Pieces();
  private final Map<String, String> numbers = new HashMap<>();

  Returned(JsonNode order) {
    for (JsonNode one : order.path("returns")) {
      for (JsonNode item : one.path("items")) {
        String row = item.path("order_item_id").asString("");
        boolean no = REFUSED.contains(item.path("status").asString(""));
        (no ? refused : back).add(row, item.path(no ? "qty_requested" : "qty_approved"));
        numbers.put(row, one.path("increment_id").asString(""));
      }
    }
  }

  /** What became of a memo's goods; each piece that came back is told once. */
  Refund.Restock of(List<RefundLine> lines) {
    List<RefundLine> goods = lines.stream().filter(l -> !l.lineId().equals(Shipping.LINE)).toList();
    if (back.taken(goods)) {
      return Refund.Restock.YES;
    }
    return refused.taken(goods) ? Refund.Restock.NO : Refund.Restock.UNKNOWN;
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
