package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A qualifying line in a search.
 *
 * @param value its unit price as the sales line would have it, or its discount percentage
 * @param rank what is compared: the price less the discount found, or the percentage
 */
record Contender(PriceListLine line, BigDecimal value, BigDecimal rank) {

  /** It has a currency or a variant where {@code best} has none. */
  boolean gainsOn(@Nullable Contender best) {
    return hasWhereNot(line.currencyCode(), currency(best))
        || hasWhereNot(line.variantCode(), variant(best));
  }

  /** It has no currency or no variant where {@code best} has one. */
  boolean losesOn(@Nullable Contender best) {
    return hasWhereNot(currency(best), line.currencyCode())
        || hasWhereNot(variant(best), line.variantCode());
  }

  private static boolean hasWhereNot(String one, String other) {
    return !one.isEmpty() && other.isEmpty();
  }

  private static String currency(@Nullable Contender best) {
    return best == null ? "" : best.line.currencyCode();
  }

  private static String variant(@Nullable Contender best) {
    return best == null ? "" : best.line.variantCode();
  }
}
