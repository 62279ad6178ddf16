package dev.kontor.kit.totals;

import java.math.BigDecimal;

/** Net, VAT and gross of a document, a tax rate or a line; {@code vat = gross - net}. */
public record Totals(BigDecimal net, BigDecimal vat, BigDecimal gross) {

  public static final Totals ZERO = of(BigDecimal.ZERO, BigDecimal.ZERO);

  public static Totals of(BigDecimal net, BigDecimal gross) {
    return new Totals(net, gross.subtract(net), gross);
  }

  public Totals plus(Totals other) {
    return new Totals(net.add(other.net), vat.add(other.vat), gross.add(other.gross));
  }
}
