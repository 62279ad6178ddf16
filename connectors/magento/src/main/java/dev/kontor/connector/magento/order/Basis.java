package dev.kontor.connector.magento.order;

import dev.kontor.model.Amount;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whether an order's prices include tax. The shop does not say so with an order, but its prices
 * times pieces less discount come to the charged amounts on one side only, as a rule.
 */
final class Basis {

  private Basis() {}

  static PriceBasis of(ShopOrder order) {
    List<JsonNode> rows =
        order.rows().lines().stream().flatMap(r -> order.rows().bearers(r).stream()).toList();
    boolean untaxed = order.money().of(order.json(), "tax_amount").signum() == 0;
    if (untaxed && rows.stream().allMatch(row -> OrderRows.rate(row).signum() == 0)) {
      return PriceBasis.TAX_FREE;
    }
    PriceBasis set = order.terms().basis();
    return set == null ? told(order.money(), rows) : set;
  }

  /** Net where the amounts fit both or neither. */
  private static PriceBasis told(Money money, List<JsonNode> rows) {
    boolean net = rows.stream().allMatch(row -> fits(money, row, PriceBasis.NET));
    boolean gross = rows.stream().allMatch(row -> fits(money, row, PriceBasis.GROSS));
    return gross && !net ? PriceBasis.GROSS : PriceBasis.NET;
  }

  private static boolean fits(Money money, JsonNode row, PriceBasis basis) {
    Amount charged = OrderLines.amount(money, row);
    BigDecimal priced =
        OrderLines.price(money, row, basis)
            .multiply(OrderRows.pieces(row, "qty_ordered"))
            .subtract(money.price(row, "discount_amount"));
    return cents(priced).compareTo(cents(charged.on(basis))) == 0;
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
