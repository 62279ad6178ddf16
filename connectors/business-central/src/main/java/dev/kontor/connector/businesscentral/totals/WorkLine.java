package dev.kontor.connector.businesscentral.totals;

import dev.kontor.kit.totals.Totals;
import java.math.BigDecimal;

/** A line while its document is computed. */
final class WorkLine {

  final DocumentLine line;
  final BigDecimal lineAmount;
  BigDecimal invoiceDiscount = BigDecimal.ZERO;
  BigDecimal net = BigDecimal.ZERO;
  BigDecimal gross = BigDecimal.ZERO;

  WorkLine(DocumentLine line, BigDecimal lineAmount) {
    this.line = line;
    this.lineAmount = lineAmount;
  }

  /** The line amount less its share of the invoice discount. */
  BigDecimal amount() {
    return lineAmount.subtract(invoiceDiscount);
  }

  /** Rule 9: lines without quantity or price take no part. */
  boolean counts() {
    return line.quantity().signum() != 0 && line.unitPrice().signum() != 0;
  }

  Totals totals() {
    return Totals.of(net, gross);
  }

  LineTotals result() {
    return new LineTotals(lineAmount, invoiceDiscount, totals());
  }
}
