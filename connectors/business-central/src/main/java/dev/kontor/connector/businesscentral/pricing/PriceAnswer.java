package dev.kontor.connector.businesscentral.pricing;

import dev.kontor.connector.businesscentral.totals.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What Business Central puts on the sales line, and why.
 *
 * @param unitPrice in document currency, with VAT if the document's prices include it
 * @param lineDiscountPercent after rule 13: 0 where the line ends up without line discount
 * @param lineDiscountAmount rounded, of the rounded extension (rule 14)
 * @param lineAmount after line discount, before invoice discount
 * @param discountFound what the discount search found before rule 13
 * @param prices of the price search, the winner first
 * @param discounts of the discount search, the winner first
 */
public record PriceAnswer(
    BigDecimal unitPrice,
    BigDecimal lineDiscountPercent,
    boolean allowLineDiscount,
    boolean allowInvoiceDiscount,
    BigDecimal lineDiscountAmount,
    BigDecimal lineAmount,
    PriceOrigin origin,
    BigDecimal discountFound,
    List<Candidate> prices,
    List<Candidate> discounts) {

  public PriceAnswer {
    prices = List.copyOf(prices);
    discounts = List.copyOf(discounts);
  }

  /** The price of one unit after line discount, rounded to {@code precision}. */
  public BigDecimal discountedUnitPrice(BigDecimal precision) {
    return Rounding.NEAREST.round(Rounding.less(unitPrice, lineDiscountPercent), precision);
  }

  /** "Why this price?", one sentence per line that had a chance. */
  public List<String> why() {
    List<String> why = new ArrayList<>();
    why.add("unit price " + unitPrice.toPlainString() + " from " + origin);
    prices.forEach(candidate -> why.add("price: " + candidate.inWords()));
    why.add("line discount " + lineDiscountPercent.toPlainString() + " %");
    if (discountFound.signum() != 0 && !allowLineDiscount) {
      why.add("the discount of " + discountFound.toPlainString() + " % is not allowed here");
    }
    discounts.forEach(candidate -> why.add("discount: " + candidate.inWords()));
    return why;
  }
}
