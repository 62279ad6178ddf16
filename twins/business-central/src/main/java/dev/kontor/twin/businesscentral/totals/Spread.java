package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;

/** Hands one VAT row out to its lines in line order with carried remainders (rules 15 and 20). */
final class Spread {
  private final VatRow row;
  private final Terms terms;
  private BigDecimal discountCarry = BigDecimal.ZERO;
  private BigDecimal vatCarry = BigDecimal.ZERO;
  private BigDecimal grossCarry = BigDecimal.ZERO;

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
    if (!line.allowInvoiceDiscount() || row.discountBase().signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact =
        discountCarry.add(
            Terms.ratio(row.invoiceDiscount(), line.lineAmount(), row.discountBase()));
    BigDecimal rounded = terms.round(exact);
    discountCarry = exact.subtract(rounded);
    return rounded;
  }

  private Line excluding(Line line) {
    BigDecimal own = line.discounted();
    if (line.vat().isFull()) {
      return line.valued(BigDecimal.ZERO, own);
    }
    BigDecimal exact = vatCarry.add(Terms.ratio(row.vat(), own, row.amount()));
    BigDecimal vat = terms.round(exact);
    vatCarry = exact.subtract(vat);
    return line.valued(own, own.add(vat));
  }

  private Line including(Line line) {
    BigDecimal own = line.discounted();
    if (own.signum() == 0) {
      return line.valued(BigDecimal.ZERO, BigDecimal.ZERO);
    }
    BigDecimal exactVat = vatCarry.add(Terms.ratio(row.vat(), own, row.amount()));
    BigDecimal exactGross = grossCarry.add(own);
    BigDecimal gross = terms.round(exactGross);
    BigDecimal vat = terms.round(exactVat);
    vatCarry = exactVat.subtract(vat);
    grossCarry = exactGross.subtract(gross);
    return line.valued(gross.subtract(vat), gross);
  }
}
