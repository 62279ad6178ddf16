package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A line whose price is asked for.
 *
 * @param quantity in {@code unit}; negative on credits
 * @param dimensions only those the line fills
 */
public record OrderLine(
    String itemNumber, BigDecimal quantity, String unit, Map<Dimension, String> dimensions) {

  public OrderLine {
    dimensions = Map.copyOf(dimensions);
  }
}
