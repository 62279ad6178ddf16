package dev.kontor.proof.b2b;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What is sold.
 *
 * @param price of everybody, net
 * @param breaks what the contract says a piece costs from a quantity on, net
 * @param pieces at each of two warehouses; none of a service
 */
record Article(String sku, BigDecimal price, SortedMap<Integer, BigDecimal> breaks, int pieces) {

  /** What a piece of so many costs by contract. */
  BigDecimal contract(int quantity) {
    return Objects.requireNonNull(breaks.get(breaks.headMap(quantity + 1).lastKey()));
  }
}
