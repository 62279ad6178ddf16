package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;

/** Hands one VAT row out to its lines in line order with carried remainders (rules 15 and 20). */
final class Spread {
  private final VatRow row;
  private final Terms terms;
  private final Carry discounts = new Carry();
  private final Carry vats = new Carry();
  private final Carry grosses = new Carry();

  Spread(VatRow row, Terms terms) {
    this.row = row;
    this.terms = terms;
  }

  boolean takes(Line line) {
    return VatRow.Key.of(line).equals(row.key());
  }

  Line share(Line line) {
    Line discounted = line.invoiceDiscounted(discount(line));
    return terms.pricesIncludeVat() ? including(discounted) : excluding(discounted);
  }

  private BigDecimal discount(Line line) {
    return line.allowInvoiceDiscount() && row.discountBase().signum() != 0
        ? discounts.rounded(
            Terms.ratio(row.invoiceDiscount(), line.lineAmount(), row.discountBase()), terms)
        : BigDecimal.ZERO;
  }

  private Line excluding(Line line) {
    BigDecimal own = line.discounted();
    return line.vat().isFull()
        ? line.valued(BigDecimal.ZERO, own)
        : line.valued(own, own.add(vat(own)));
  }

  private Line including(Line line) {
    BigDecimal own = line.discounted();
    if (own.signum() == 0) {
      return line.valued(BigDecimal.ZERO, BigDecimal.ZERO);
    }
    BigDecimal gross = grosses.rounded(own, terms);
    return line.valued(gross.subtract(vat(own)), gross);
  }

  private BigDecimal vat(BigDecimal own) {
    return vats.rounded(Terms.ratio(row.vat(), own, row.amount()), terms);
  }
}
