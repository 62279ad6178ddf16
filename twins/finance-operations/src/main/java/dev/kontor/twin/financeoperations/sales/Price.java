package dev.kontor.twin.financeoperations.sales;

import java.math.BigDecimal;

/**
 * A sales price.
 *
 * @param amount for {@code per} units
 * @param charges on the line, whatever its quantity
 */
record Price(BigDecimal amount, BigDecimal per, BigDecimal charges) {
  static final Price NONE = new Price(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);

  BigDecimal each() {
    return Rounding.divide(amount, per);
  }
}
