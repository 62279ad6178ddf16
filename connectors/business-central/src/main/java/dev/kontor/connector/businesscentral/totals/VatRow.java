package dev.kontor.connector.businesscentral.totals;

import dev.kontor.kit.totals.Totals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines of one VAT identifier and sign, whose VAT is computed once (rules 10 to 14). */
final class VatRow {

  private record Key(String identifier, VatCalculation calculation, boolean positive)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::identifier)
            .thenComparing(Key::calculation)
            .thenComparing(Key::positive);

    /** The sign is the line amount's before invoice discount; 0 counts as positive (rule 10). */
    static Key of(WorkLine line) {
      return new Key(
          line.line.vatIdentifier(), line.line.calculation(), line.lineAmount.signum() >= 0);
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  final List<WorkLine> lines = new java.util.ArrayList<>();
  private final Key key;
  private final BigDecimal percent;
  BigDecimal invoiceDiscount = BigDecimal.ZERO;
  BigDecimal base = BigDecimal.ZERO;
  BigDecimal vat = BigDecimal.ZERO;

  private VatRow(Key key, BigDecimal percent) {
    this.key = key;
    this.percent = percent;
  }

  /** Rows in Business Central's order: by identifier, the negative one first. */
  static List<VatRow> of(List<WorkLine> lines) {
    SortedMap<Key, VatRow> rows = new TreeMap<>();
    for (WorkLine line : lines) {
      if (line.counts()) {
        Key key = Key.of(line);
        rows.computeIfAbsent(key, k -> new VatRow(k, line.line.effectivePercent())).add(line);
      }
    }
    return List.copyOf(rows.values());
  }

  /** All rows with the remainder of a negative row carried into the positive one (rule 12). */
  static void compute(List<VatRow> rows, SalesDocument document) {
    BigDecimal carry = BigDecimal.ZERO;
    Key last = null;
    for (VatRow row : rows) {
      boolean follows =
          last != null
              && last.identifier().equals(row.key.identifier())
              && last.calculation() == row.key.calculation();
      BigDecimal rest = row.compute(document, follows ? carry : BigDecimal.ZERO);
      carry = row.key.positive() ? BigDecimal.ZERO : rest;
      last = row.key;
    }
  }

  /**
   * VAT of this row.
   *
   * @return what rounding took away
   */
  BigDecimal compute(SalesDocument document, BigDecimal carry) {
    BigDecimal amount = amount();
    if (isFull()) {
      base = BigDecimal.ZERO;
      vat = amount;
      return BigDecimal.ZERO;
    }
    if (!document.pricesIncludeVat()) {
      base = amount;
      BigDecimal exact =
          Rounding.percentOf(amount, percent).multiply(document.vatBaseFactor()).add(carry);
      vat = document.roundVat(exact);
      return exact.subtract(vat);
    }
    return computeIncluded(document, amount);
  }

  private BigDecimal computeIncluded(SalesDocument document, BigDecimal amount) {
    BigDecimal contained =
        amount.multiply(percent).divide(Rounding.HUNDRED.add(percent), Rounding.AL);
    if (document.vatBaseDiscountPercent().signum() == 0) {
      vat = document.roundVat(contained);
      base = amount.subtract(vat);
      return BigDecimal.ZERO;
    }
    BigDecimal exact = contained.multiply(document.vatBaseFactor());
    base = document.round(amount.subtract(contained));
    vat = document.roundVat(exact);
    return exact.subtract(vat);
  }

  private void add(WorkLine line) {
    lines.add(line);
    invoiceDiscount = invoiceDiscount.add(line.invoiceDiscount);
  }

  String identifier() {
    return key.identifier();
  }

  boolean isFull() {
    return key.calculation() == VatCalculation.FULL;
  }

  BigDecimal amount() {
    return sum(false).subtract(invoiceDiscount);
  }

  /** The line amounts that may take an invoice discount (rule 17). */
  BigDecimal discountBase() {
    return sum(true);
  }

  /** What its lines were given: VAT entries follow the lines (rule 21). */
  Totals totals() {
    return lines.stream().map(WorkLine::totals).reduce(Totals.ZERO, Totals::plus);
  }

  private BigDecimal sum(boolean discountableOnly) {
    return lines.stream()
        .filter(line -> !discountableOnly || line.line.allowInvoiceDiscount())
        .map(line -> line.lineAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
