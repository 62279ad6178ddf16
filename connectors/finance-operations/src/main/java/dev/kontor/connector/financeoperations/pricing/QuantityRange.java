package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;

/**
 * From and To of an agreement: pieces in the agreement's unit, for total discounts amounts of the
 * order in its currency (rules P6, T1).
 *
 * @param to zero for no upper limit
 */
public record QuantityRange(BigDecimal from, BigDecimal to) {

  public static final QuantityRange ANY = new QuantityRange(BigDecimal.ZERO, BigDecimal.ZERO);

  boolean contains(BigDecimal quantity, Switches.ToQuantity bound) {
    BigDecimal size = quantity.abs();
    if (size.compareTo(from) < 0) {
      return false;
    }
    int toTo = size.compareTo(to);
    return to.signum() == 0 || toTo < 0 || (toTo == 0 && bound == Switches.ToQuantity.INCLUSIVE);
  }
}
