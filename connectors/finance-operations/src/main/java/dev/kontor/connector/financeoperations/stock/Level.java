package dev.kontor.connector.financeoperations.stock;

import java.math.BigDecimal;
import java.util.List;

/**
 * What lies and is to leave at one place of one item, with or without product dimensions.
 *
 * @param dimensions values of the product dimensions, in the order of {@code
 *     Released.dimensions()}; blank ones of what is no variant
 * @param demand pieces of open documents
 * @param reserved pieces that others have reserved beside these
 */
record Level(
    String item,
    List<String> dimensions,
    String warehouse,
    BigDecimal onHand,
    BigDecimal demand,
    BigDecimal reserved) {

  Level {
    dimensions = List.copyOf(dimensions);
  }

  boolean isOfVariant() {
    return dimensions.stream().anyMatch(value -> !value.isEmpty());
  }
}
