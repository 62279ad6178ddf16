package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;

/** Rounds amounts one after the other; what rounding leaves over goes into the next one. */
final class Carry {
  private BigDecimal left = BigDecimal.ZERO;

  BigDecimal rounded(BigDecimal amount, Terms terms) {
    BigDecimal exact = left.add(amount);
    BigDecimal rounded = terms.round(exact);
    left = exact.subtract(rounded);
    return rounded;
  }
}
