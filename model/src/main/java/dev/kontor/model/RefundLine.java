package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * The part of a refund that is about one line of the order.
 *
 * @param lineId of the order's line
 * @param quantity pieces given back, above zero
 * @param amount what was given back for them
 * @param taxes the same split by rate; sums to {@code amount}
 */
public record RefundLine(String lineId, BigDecimal quantity, Amount amount, List<TaxShare> taxes) {

  public RefundLine {
    taxes = List.copyOf(taxes);
  }
}
