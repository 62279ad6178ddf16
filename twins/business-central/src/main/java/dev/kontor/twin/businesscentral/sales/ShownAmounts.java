package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Terms;
import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.node.ObjectNode;

/** A line's amounts as the API shows them: before and after its share of the invoice discount. */
final class ShownAmounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ShownAmounts() {}

  static void write(ObjectNode line, Line amounts, Terms terms) {
    boolean discounted = amounts.invoiceDiscount().signum() != 0;
    BigDecimal net = discounted ? excluding(amounts, terms) : amounts.net();
    BigDecimal gross = discounted ? including(amounts, terms) : amounts.gross();
    line.put("_lineAmount", amounts.lineAmount())
        .put("_invoiceDiscount", amounts.invoiceDiscount())
        .put("invoiceDiscountAllocation", net.subtract(amounts.net()))
        .put("amountExcludingTax", net)
        .put("totalTaxAmount", gross.subtract(net))
        .put("amountIncludingTax", gross)
        .put("netAmount", amounts.net())
        .put("netTaxAmount", amounts.tax())
        .put("netAmountIncludingTax", amounts.gross());
  }

  private static BigDecimal excluding(Line amounts, Terms terms) {
    return terms.pricesIncludeVat()
        ? terms.round(amounts.lineAmount().divide(factor(amounts), MathContext.DECIMAL64))
        : amounts.lineAmount();
  }

  private static BigDecimal including(Line amounts, Terms terms) {
    return terms.pricesIncludeVat()
        ? amounts.lineAmount()
        : terms.round(amounts.lineAmount().multiply(factor(amounts)));
  }

  private static BigDecimal factor(Line amounts) {
    return BigDecimal.ONE.add(amounts.vat().salesPercent().divide(HUNDRED, MathContext.DECIMAL64));
  }
}
