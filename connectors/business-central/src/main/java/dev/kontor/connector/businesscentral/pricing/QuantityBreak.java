package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;

/**
 * From which quantity on a price holds, up to the next break.
 *
 * @param minimumQuantity in the question's unit of measure
 * @param price of one unit after line discount, as the shop must show it
 * @param answer the engine's for exactly this quantity, which also says why
 */
public record QuantityBreak(BigDecimal minimumQuantity, BigDecimal price, PriceAnswer answer) {

  boolean sameAs(QuantityBreak other) {
    return minimumQuantity.compareTo(other.minimumQuantity) == 0 && samePrice(other);
  }

  boolean samePrice(QuantityBreak other) {
    return price.compareTo(other.price) == 0;
  }
}
