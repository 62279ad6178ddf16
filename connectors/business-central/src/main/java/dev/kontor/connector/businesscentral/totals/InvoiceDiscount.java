package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spreads a document's invoice discount over its VAT rows (rules 15 to 17). */
final class InvoiceDiscount {

  private InvoiceDiscount() {}

  /**
   * Sets the discount of rows and lines and recomputes each changed row alone (rule 13).
   *
   * @throws IllegalArgumentException if no line may take it or it is larger than they are
   */
  static void apply(List<VatRow> rows, SalesDocument document) {
    BigDecimal base =
        rows.stream().map(VatRow::discountBase).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal amount = document.invoiceDiscountAmount();
    refuseImpossible(amount, base);
    BigDecimal carry = BigDecimal.ZERO;
    for (VatRow row : rows) {
      BigDecimal exact = carry.add(share(document, amount, row.discountBase(), base));
      BigDecimal rounded = document.round(exact);
      carry = exact.subtract(rounded);
      if (rounded.signum() != 0) {
        row.invoiceDiscount = rounded;
        DiscountSpread.overLines(row, document);
        row.compute(document, BigDecimal.ZERO);
        VatSpread.overLines(row, document);
      }
    }
  }

  private static BigDecimal share(
      SalesDocument document, @Nullable BigDecimal amount, BigDecimal rowBase, BigDecimal base) {
    if (amount != null) {
      return base.signum() == 0
          ? BigDecimal.ZERO
          : amount.multiply(rowBase).divide(base, Rounding.AL);
    }
    BigDecimal percent = document.invoiceDiscountPercent();
    return percent == null ? BigDecimal.ZERO : Rounding.percentOf(rowBase, percent);
  }

  private static void refuseImpossible(@Nullable BigDecimal amount, BigDecimal base) {
    if (amount != null && amount.signum() > 0 && amount.compareTo(base) > 0) {
      throw new IllegalArgumentException(
          "the invoice discount " + amount + " is larger than the lines that may take it: " + base);
    }
  }
}
