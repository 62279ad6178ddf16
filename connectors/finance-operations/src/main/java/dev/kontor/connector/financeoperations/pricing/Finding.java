package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An agreement of the right parties, and what became of it.
 *
 * @param price of one unit in the order's currency; null in discounts and if it did not come so far
 * @param by the agreement that won instead or ended the search; null if none did
 */
public record Finding(
    TradeAgreement agreement,
    Verdict verdict,
    @Nullable BigDecimal price,
    @Nullable TradeAgreement by) {

  /** E.g. {@code 17 (ALL, TABLE A) with 98 is not the lowest: 12 (TABLE C1, TABLE A)}. */
  public String inWords() {
    return agreement.name()
        + (price == null ? "" : " with " + price.toPlainString())
        + " "
        + verdict.words()
        + (by == null ? "" : ": " + by.name());
  }
}
