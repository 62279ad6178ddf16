package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What Finance & Operations puts on an order line, and why. Amounts are in the order's currency.
 *
 * @param price of {@code priceUnit} units
 * @param source id of the price's agreement, or {@link #BASE_PRICE}
 * @param lineDiscount as found, before rule D4
 * @param multilineDiscount as found, before rule D4
 * @param discount what rule D4 makes of both
 * @param lineAmount net of these discounts, before the total discount; rounded
 * @param prices of the price search, in the order they were looked at
 */
public record PricedLine(
    BigDecimal price,
    BigDecimal priceUnit,
    String source,
    Discount lineDiscount,
    Discount multilineDiscount,
    Discount discount,
    BigDecimal fixedCharges,
    BigDecimal lineAmount,
    List<Finding> prices,
    List<Finding> lineDiscounts,
    List<Finding> multilineDiscounts) {

  public static final String BASE_PRICE = "base";

  public PricedLine {
    prices = List.copyOf(prices);
    lineDiscounts = List.copyOf(lineDiscounts);
    multilineDiscounts = List.copyOf(multilineDiscounts);
  }

  /** "Why this price?", one sentence per agreement that had a chance, in order. */
  public List<String> why() {
    List<String> why = new ArrayList<>();
    why.add(
        "price " + price.toPlainString() + " for " + priceUnit.toPlainString() + " from " + source);
    prices.forEach(finding -> why.add("price: " + finding.inWords()));
    why.add(words("line discount", lineDiscount));
    lineDiscounts.forEach(finding -> why.add("line discount: " + finding.inWords()));
    why.add(words("multiline discount", multilineDiscount));
    multilineDiscounts.forEach(finding -> why.add("multiline discount: " + finding.inWords()));
    why.add(words("together", discount));
    return why;
  }

  static String words(String what, Discount discount) {
    return what
        + " "
        + discount.percent().stripTrailingZeros().toPlainString()
        + " % and "
        + discount.amount().stripTrailingZeros().toPlainString();
  }
}
