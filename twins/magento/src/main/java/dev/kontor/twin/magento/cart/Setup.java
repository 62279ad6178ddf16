package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;

/**
 * How the merchant has set prices and taxes up.
 *
 * @param grossPrices catalogue prices include tax
 * @param grossShipping shipping prices include tax
 * @param taxedShipping shipping has the tax class of ordinary goods, else none
 * @param grossDiscounts a discount is taken off the price with tax
 * @param shippingPrice of the flat rate, in base currency
 */
public record Setup(
    boolean grossPrices,
    boolean grossShipping,
    boolean taxedShipping,
    boolean grossDiscounts,
    Algorithm algorithm,
    BigDecimal shippingPrice) {

  /** Net prices, shipping of 4.95 net taxed. */
  public static Setup net() {
    return new Setup(false, false, true, false, Algorithm.TOTAL, new BigDecimal("4.95"));
  }

  /** Gross prices, shipping of 5.95 gross, discounts taken off gross prices. */
  public static Setup gross() {
    return new Setup(true, true, true, true, Algorithm.TOTAL, new BigDecimal("5.95"));
  }

  public Setup untaxedShipping() {
    return new Setup(grossPrices, grossShipping, false, grossDiscounts, algorithm, shippingPrice);
  }

  public Setup algorithm(Algorithm other) {
    return new Setup(
        grossPrices, grossShipping, taxedShipping, grossDiscounts, other, shippingPrice);
  }
}
