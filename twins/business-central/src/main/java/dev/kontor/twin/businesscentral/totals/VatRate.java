package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;

/**
 * One VAT posting setup as a line meets it.
 *
 * @param percent of the net amount, 19 for 19 %
 */
public record VatRate(String identifier, BigDecimal percent, Calculation calculation) {
  /** VAT calculation types of the ERP. */
  public enum Calculation {
    NORMAL,
    REVERSE_CHARGE,
    FULL
  }

  /** Reverse charge counts with 0 % on sales (totals.md rule 9). */
  public BigDecimal salesPercent() {
    return calculation == Calculation.NORMAL ? percent : BigDecimal.ZERO;
  }

  boolean isFull() {
    return calculation == Calculation.FULL;
  }
}
