package dev.kontor.model;

import java.math.BigDecimal;

/**
 * One sum of money as its source stated it, net, tax and gross at once, in the currency of its
 * document.
 *
 * @param net without tax
 * @param tax the tax as stated by the source, never recomputed
 * @param gross with tax; always {@code net + tax}
 */
public record Amount(BigDecimal net, BigDecimal tax, BigDecimal gross) {

  public static final Amount ZERO = new Amount(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  public Amount {
    if (net.add(tax).compareTo(gross) != 0) {
      throw new IllegalArgumentException(
          "net "
              + net
              + " + tax "
              + tax
              + " is not gross "
              + gross
              + ": state two and derive the third");
    }
  }

  /** From a gross sum and the tax it contains. */
  public static Amount ofGross(BigDecimal gross, BigDecimal tax) {
    return new Amount(gross.subtract(tax), tax, gross);
  }

  /** From a net sum and the tax that comes on top. */
  public static Amount ofNet(BigDecimal net, BigDecimal tax) {
    return new Amount(net, tax, net.add(tax));
  }

  public Amount plus(Amount other) {
    return new Amount(net.add(other.net), tax.add(other.tax), gross.add(other.gross));
  }

  public Amount negated() {
    return new Amount(net.negate(), tax.negate(), gross.negate());
  }

  /** The side of this amount that prices on that basis are quoted in. */
  public BigDecimal on(PriceBasis basis) {
    return switch (basis) {
      case GROSS -> gross;
      case NET, TAX_FREE -> net;
    };
  }
}
