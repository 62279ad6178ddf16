package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule takes off the rows of one cart in one currency. Per cent carry what rounding leaves
 * from row to row; an amount for the cart is spread by the rows' totals, the last takes the rest
 * (Magento's SalesRule/Model/Rule/Action/Discount).
 */
final class Discounts {
  private final Rule rule;
  private final BigDecimal amount;
  private BigDecimal left = BigDecimal.ZERO;

  /** {@code amount}: the rule's, in the currency of the rows. */
  Discounts(Rule rule, BigDecimal amount) {
    this.rule = rule;
    this.amount = amount;
  }

  /** The discount of each row, by the rows' undiscounted totals and their pieces. */
  List<BigDecimal> of(List<BigDecimal> totals, List<BigDecimal> pieces) {
    BigDecimal sum = totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rest = Rounding.cents(amount).min(sum);
    List<BigDecimal> discounts = new ArrayList<>();
    for (int i = 0; i < totals.size(); i++) {
      BigDecimal total = totals.get(i);
      BigDecimal discount =
          switch (rule.kind()) {
            case PERCENT -> percent(total);
            case PIECE -> Rounding.cents(amount).multiply(pieces.get(i));
            case CART ->
                i == totals.size() - 1 || sum.signum() == 0
                    ? rest
                    : Rounding.cents(Rounding.divided(amount.min(sum).multiply(total), sum));
          };
      discount = discount.min(total);
      rest = rest.subtract(discount);
      discounts.add(discount);
    }
    return discounts;
  }

  private BigDecimal percent(BigDecimal total) {
    BigDecimal exact = Rounding.divided(total.multiply(rule.amount()), Rounding.HUNDRED).add(left);
    BigDecimal rounded = Rounding.cents(exact);
    left = exact.subtract(rounded);
    return rounded;
  }

  BigDecimal ofShipping(BigDecimal shipping) {
    return rule.shippingToo()
        ? Rounding.cents(Rounding.divided(shipping.multiply(rule.percent()), Rounding.HUNDRED))
        : BigDecimal.ZERO;
  }
}
