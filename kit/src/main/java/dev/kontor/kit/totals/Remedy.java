package dev.kontor.kit.totals;

import dev.kontor.spi.Fault;
import java.math.BigDecimal;

/**
 * What a person can do about totals that differ, in an ERP's own words.
 *
 * @param taxed by what the customer is taxed, e.g. {@code tax area DOMESTIC}
 * @param taxSetUp where tax is set up, e.g. {@code the tax set-up}
 * @param roundingLine what setting {@code roundingLine} needs, e.g. {@code to an untaxed item}
 */
public record Remedy(String taxed, String taxSetUp, String roundingLine) {

  /**
   * @param tolerance as it is set
   */
  Fault refusal(TotalsComparison comparison, BigDecimal tolerance) {
    return new Fault.Invalid(
        "total",
        comparison.system()
            + " would compute other totals than the shop for "
            + taxed
            + ": "
            + String.join("; ", comparison.differences())
            + ". "
            + sentence(comparison, tolerance),
        null);
  }

  private String sentence(TotalsComparison comparison, BigDecimal tolerance) {
    if (comparison.unrated().signum() != 0) {
      return "Correct the order's tax in the shop, or enter the order by hand and discard this one.";
    }
    return "Correct "
        + taxSetUp
        + ", or raise setting tolerance (now "
        + tolerance.toPlainString()
        + ")"
        + (comparison.grossGap().signum() == 0
            ? "."
            : " and set roundingLine, " + roundingLine + ".");
  }
}
