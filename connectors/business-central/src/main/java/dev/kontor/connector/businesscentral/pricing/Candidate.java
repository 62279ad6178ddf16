package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price list line of the question's own sources for its item, and what became of it.
 *
 * @param amount the price as the sales line would have it, or the discount percentage; null if the
 *     line did not come so far
 * @param better the line that put it out of the running, null if no line did
 */
public record Candidate(
    PriceListLine line,
    Verdict verdict,
    @Nullable BigDecimal amount,
    @Nullable PriceListLine better) {

  static Candidate rejected(PriceListLine line, Verdict verdict) {
    return new Candidate(line, verdict, null, null);
  }

  /** E.g. {@code SALES/20000 (CUSTOMER C1) with 98 is no better than SALES/10000}. */
  public String inWords() {
    return line.key()
        + " ("
        + line.source()
        + ")"
        + (amount == null ? "" : " with " + amount.toPlainString())
        + " "
        + verdict.words()
        + (better == null ? "" : " (" + better.key() + ")");
  }
}
