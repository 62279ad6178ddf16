package dev.kontor.twin.shopware.cart;

import java.math.BigDecimal;

/**
 * A calculated tax.
 *
 * @param rate percent
 * @param price the part of the price it was calculated from, gross or net as the cart's prices are
 */
public record Tax(BigDecimal rate, BigDecimal tax, BigDecimal price) {
  Tax plus(Tax other) {
    return new Tax(rate, tax.add(other.tax), price.add(other.price));
  }
}
