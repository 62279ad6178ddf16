package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;

/** A tax rate, in per cent. */
public record Rate(String code, BigDecimal percent) {
  public static final Rate NONE = new Rate("", BigDecimal.ZERO);

  public boolean isZero() {
    return percent.signum() == 0;
  }
}
