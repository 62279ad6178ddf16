package dev.kontor.connector.businesscentral.pricing;

import dev.kontor.connector.businesscentral.totals.Rounding;
import java.math.BigDecimal;

/**
 * The rounding of the document's currency card, or of General Ledger Setup for local currency
 * (totals.md rule 2); always half away from zero.
 *
 * @param amount precision of amounts, e.g. 0.01
 * @param unitAmount precision of unit prices, e.g. 0.00001
 */
public record RoundingTerms(BigDecimal amount, BigDecimal unitAmount) {

  /** What Business Central sets up where nobody says otherwise. */
  public static final RoundingTerms DEFAULT =
      new RoundingTerms(new BigDecimal("0.01"), new BigDecimal("0.00001"));

  /**
   * @throws IllegalArgumentException if a precision is not positive
   */
  public RoundingTerms {
    positive("amount", amount);
    positive("unitAmount", unitAmount);
  }

  private static void positive(String name, BigDecimal precision) {
    if (precision.signum() <= 0) {
      throw new IllegalArgumentException(
          name + " rounding precision is " + precision + "; give a positive one such as 0.01");
    }
  }

  BigDecimal amount(BigDecimal value) {
    return Rounding.NEAREST.round(value, amount);
  }

  BigDecimal unitAmount(BigDecimal value) {
    return Rounding.NEAREST.round(value, unitAmount);
  }
}
