package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What Finance & Operations computes for an order before charges and tax (rule T1). Amounts are
 * rounded and in the order's currency.
 *
 * @param totalDiscountBase the line amounts of products that are included in it
 * @param total what the agreements give
 * @param totalDiscount its amount
 * @param net all line amounts less the total discount
 * @param totalDiscounts of the search, in the order they were looked at
 */
public record PricedOrder(
    List<PricedLine> lines,
    BigDecimal totalDiscountBase,
    Discount total,
    BigDecimal totalDiscount,
    BigDecimal net,
    List<Finding> totalDiscounts) {

  public PricedOrder {
    lines = List.copyOf(lines);
    totalDiscounts = List.copyOf(totalDiscounts);
  }

  /** "Why this total discount?" */
  public List<String> why() {
    List<String> why = new ArrayList<>();
    why.add(
        PricedLine.words("total discount", total) + " off " + totalDiscountBase.toPlainString());
    totalDiscounts.forEach(finding -> why.add("total discount: " + finding.inWords()));
    return why;
  }
}
