package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;
import java.util.List;

/**
 * One VAT row of a document: all lines of one identifier, calculation type and sign.
 *
 * @param discountBase line amounts that take part in the invoice discount
 * @param carry what rounding the VAT left over
 */
record VatRow(
    Key key,
    BigDecimal lineAmount,
    BigDecimal discountBase,
    BigDecimal invoiceDiscount,
    BigDecimal vat,
    BigDecimal carry) {

  record Key(
      String identifier, VatRate.Calculation calculation, BigDecimal percent, boolean positive)
      implements Comparable<Key> {
    static Key of(Line line) {
      VatRate vat = line.vat();
      boolean positive = line.lineAmount().signum() >= 0;
      return new Key(vat.identifier(), vat.calculation(), vat.salesPercent(), positive);
    }

    @Override
    public int compareTo(Key other) {
      return java.util.Comparator.comparing(Key::identifier)
          .thenComparing(Key::calculation)
          .thenComparing(Key::positive)
          .compare(this, other);
    }

    boolean sameRate(Key other) {
      return identifier.equals(other.identifier) && calculation == other.calculation;
    }
  }

  /** The row of these lines with the remainder of the row before (totals.md rules 11 and 12). */
  static VatRow of(Key key, List<Line> lines, BigDecimal carried, Terms terms) {
    List<Line> discountable = lines.stream().filter(Line::allowInvoiceDiscount).toList();
    return calculated(
        key,
        Entry.sum(lines, Line::lineAmount),
        Entry.sum(discountable, Line::lineAmount),
        Entry.sum(lines, Line::invoiceDiscount),
        carried,
        terms);
  }

  /** The row with another invoice discount, calculated alone (totals.md rule 13). */
  VatRow discounted(BigDecimal discount, Terms terms) {
    return calculated(key, lineAmount, discountBase, discount, BigDecimal.ZERO, terms);
  }

  private static VatRow calculated(
      Key key,
      BigDecimal lineAmount,
      BigDecimal discountBase,
      BigDecimal discount,
      BigDecimal carried,
      Terms terms) {
    BigDecimal amount = lineAmount.subtract(discount);
    if (key.calculation() == VatRate.Calculation.FULL) {
      return new VatRow(key, lineAmount, discountBase, discount, amount, BigDecimal.ZERO);
    }
    BigDecimal whole = terms.pricesIncludeVat() ? Terms.HUNDRED.add(key.percent()) : Terms.HUNDRED;
    BigDecimal exact = Terms.ratio(amount, key.percent(), whole).add(carried);
    BigDecimal vat = terms.roundVat(exact);
    BigDecimal carry = terms.pricesIncludeVat() ? BigDecimal.ZERO : exact.subtract(vat);
    return new VatRow(key, lineAmount, discountBase, discount, vat, carry);
  }

  BigDecimal amount() {
    return lineAmount.subtract(invoiceDiscount);
  }
}
