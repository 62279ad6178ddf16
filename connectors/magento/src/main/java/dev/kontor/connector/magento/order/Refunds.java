package dev.kontor.connector.magento.order;

import dev.kontor.model.Amount;
import dev.kontor.model.Refund;
import dev.kontor.model.RefundLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order's credit memos. The shop answers a refund before any invoice with an empty one of 0.00,
 * which is none (magento/observed.md, More on fulfilment and stock).
 */
final class Refunds {

  private static final int OPEN = 1;
  private static final int CANCELLED = 3;

  private final ShopOrder order;
  private final Money money;
  private final Returned returned;

  private Refunds(ShopOrder order) {
    this.order = order;
    this.money = order.money();
    this.returned = new Returned(order.json());
  }

  /** Oldest first. */
  static List<Refund> of(ShopOrder order) {
    Refunds all = new Refunds(order);
    return order
        .json()
        .path("creditmemos")
        .valueStream()
        .filter(memo -> order.money().of(memo, "grand_total").signum() > 0)
        .sorted(Comparator.comparing(memo -> ShopTime.of(memo, "created_at")))
        .map(all::refund)
        .toList();
  }

  private Refund refund(JsonNode memo) {
    BigDecimal amount = money.of(memo, "grand_total");
    List<RefundLine> lines = lines(memo);
    Sum sum = new Sum();
    lines.forEach(line -> sum.add(line.taxes()));
    String reason = reason(memo);
    boolean explained = sum.total().gross().compareTo(amount) == 0;
    return new Refund(
        memo.path("entity_id").asString(""),
        state(memo),
        ShopTime.of(memo, "created_at"),
        amount,
        explained ? sum.shares() : List.of(),
        lines,
        returned.of(lines),
        reason == null ? returned.told(lines) : reason,
        Text.text(memo.path("transaction_id")));
  }

  private static Refund.State state(JsonNode memo) {
    int state = memo.path("state").asInt(0);
    if (state == OPEN) {
      return Refund.State.OPEN;
    }
    return state == CANCELLED ? Refund.State.CANCELLED : Refund.State.COMPLETED;
  }

  private static @Nullable String reason(JsonNode memo) {
    return memo.path("comments")
        .valueStream()
        .map(comment -> Text.text(comment.path("comment")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** By line of the order; what a person added or took away besides is no line. */
  private List<RefundLine> lines(JsonNode memo) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Map<String, BigDecimal> pieces = new LinkedHashMap<>();
    for (JsonNode row : memo.path("items")) {
      String id = row.path("order_item_id").asString("");
      String line = order.rows().lineOf(id);
      BigDecimal rate = order.rows().rate(id);
      if (line == null || rate == null) {
        continue;
      }
      if (line.equals(id)) {
        pieces.put(line, OrderRows.pieces(row, "qty"));
      }
      if (!order.rows().isBorne(line, id)) {
        continue;
      }
      sums.computeIfAbsent(line, key -> new Sum()).add(rate, amount(row));
    }
    List<RefundLine> lines = new ArrayList<>();
    pieces.forEach((line, count) -> add(lines, line, count, sums.getOrDefault(line, new Sum())));
    Amount shipping =
        Amount.ofNet(money.of(memo, "shipping_amount"), money.of(memo, "shipping_tax_amount"));
    Sum charge = new Sum().add(Shipping.rate(order, shipping), shipping);
    add(lines, Shipping.LINE, BigDecimal.ONE, charge);
    return lines;
  }

  private static void add(List<RefundLine> lines, String line, BigDecimal count, Sum sum) {
    List<TaxShare> shares = sum.shares();
    boolean something = shares.stream().anyMatch(Sum::isSomething);
    if (count.signum() > 0 && (something || !line.equals(Shipping.LINE))) {
      lines.add(new RefundLine(line, count, sum.total(), shares));
    }
  }

  /** A credit memo's rows are before discount, unlike an order's (recorded credit memos). */
  private Amount amount(JsonNode row) {
    BigDecimal net =
        money
            .of(row, "row_total")
            .subtract(money.of(row, "discount_amount"))
            .add(money.of(row, "discount_tax_compensation_amount"));
    return Amount.ofNet(net, money.of(row, "tax_amount"));
  }
}
