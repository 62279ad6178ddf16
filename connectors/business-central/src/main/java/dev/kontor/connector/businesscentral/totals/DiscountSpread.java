package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;

/** Spreads a row's invoice discount over its lines with carried remainders (rule 15). */
final class DiscountSpread {

  private DiscountSpread() {}

  /** Over the discountable lines in their order. */
  static void overLines(VatRow row, SalesDocument document) {
    BigDecimal base = row.discountBase();
    BigDecimal carry = BigDecimal.ZERO;
    for (WorkLine line : row.lines) {
      if (line.line.allowInvoiceDiscount() && base.signum() != 0) {
        BigDecimal exact =
            carry.add(row.invoiceDiscount.multiply(line.lineAmount).divide(base, Rounding.AL));
        line.invoiceDiscount = document.round(exact);
        carry = exact.subtract(line.invoiceDiscount);
      }
    }
  }
}
