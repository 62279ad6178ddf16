package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Carries what rounding left over to the next row of the same key (Magento's Tax/Model/Calculation,
 * AbstractAggregateCalculator and TotalBaseCalculator).
 */
final class Deltas {
  private static final BigDecimal FIRST = new BigDecimal("0.000001");

  private final Map<String, BigDecimal> left = new HashMap<>();

  BigDecimal rounded(String key, BigDecimal amount) {
    if (amount.signum() == 0) {
      return amount;
    }
    BigDecimal exact = amount.add(left.getOrDefault(key, FIRST));
    BigDecimal rounded = Rounding.cents(exact);
    left.put(key, exact.subtract(rounded));
    return rounded;
  }
}
