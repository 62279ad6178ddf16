package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Discounts on the whole document (totals.md rules 15 to 18). */
public final class InvoiceDiscount {
  private InvoiceDiscount() {}

  /** Spreads an amount; throws IllegalArgumentException when no line or too little takes part. */
  public static List<Line> amount(List<Line> lines, BigDecimal discount, Terms terms) {
    List<VatRow> rows = VatRows.of(lines, terms);
    BigDecimal base =
        rows.stream().map(VatRow::discountBase).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (discount.signum() != 0 && base.signum() == 0) {
      throw new IllegalArgumentException("There is no line that allows an invoice discount.");
    }
    if (discount.abs().compareTo(base.abs()) > 0) {
      throw new IllegalArgumentException(
          "The invoice discount %s is larger than its base %s.".formatted(discount, base));
    }
    return shared(lines, rows, discount, base, terms);
  }

  /** Spreads a percentage of what takes part, the remainder carried from row to row. */
  public static List<Line> percent(List<Line> lines, BigDecimal percent, Terms terms) {
    return shared(lines, VatRows.of(lines, terms), percent, Terms.HUNDRED, terms);
  }

  private static List<Line> shared(
      List<Line> lines, List<VatRow> rows, BigDecimal part, BigDecimal whole, Terms terms) {
    List<VatRow> changed = new ArrayList<>();
    BigDecimal carry = BigDecimal.ZERO;
    for (VatRow row : rows) {
      BigDecimal exact = carry.add(Terms.ratio(row.discountBase(), part, whole));
      BigDecimal share = terms.round(exact);
      carry = exact.subtract(share);
      if (share.compareTo(row.invoiceDiscount()) != 0) {
        changed.add(row.discounted(share, terms));
      }
    }
    return VatRows.spread(lines, changed, terms);
  }
}
