package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price as a line would have it, in the order's currency.
 *
 * @param price of {@code priceUnit} units
 * @param fixedCharges on the line, not in the price
 * @param agreement null for the product's base price
 */
record FoundPrice(
    BigDecimal price,
    BigDecimal priceUnit,
    BigDecimal fixedCharges,
    @Nullable TradeAgreement agreement) {

  /** What prices are compared by (rule P9). */
  BigDecimal perUnit() {
    return Money.quotient(price, priceUnit);
  }
}
