package dev.kontor.engine.reconcile;

import java.math.BigDecimal;

/**
 * What orders or payments of one currency come to with tax.
 *
 * @param here as the source states them
 * @param there as the target does
 */
public record Sums(int documents, BigDecimal here, BigDecimal there) {

  static Sums of(BigDecimal here, BigDecimal there) {
    return new Sums(1, here, there);
  }

  Sums plus(Sums other) {
    return new Sums(documents + other.documents, here.add(other.here), there.add(other.there));
  }
}
