package dev.kontor.connector.magento.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an article costs in the shop's own way, with tax or without.
 *
 * @param gross whether the shop's prices include tax
 * @param currency the shop's base one
 */
record Costs(boolean gross, String currency) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Null where it cannot be told, see {@link #obstacle}. */
  @Nullable BigDecimal amount(@Nullable Tag tag) {
    if (tag == null || obstacle(tag) != null) {
      return null;
    }
    BigDecimal amount = tag.amount();
    BigDecimal rate = tag.taxRate();
    if (rate != null && tag.includesTax() != gross) {
      BigDecimal factor = BigDecimal.ONE.add(rate.divide(HUNDRED));
      amount =
          gross
              ? amount.multiply(factor)
              : amount.divide(factor, Wanted.DECIMALS, RoundingMode.HALF_UP);
    }
    return amount.setScale(Wanted.DECIMALS, RoundingMode.HALF_UP);
  }

  /** Why there is no price, null if there is one. */
  @Nullable String obstacle(@Nullable Tag tag) {
    if (tag == null) {
      return "the source states no price";
    }
    if (!tag.currency().equals(currency)) {
      return "its price is in " + tag.currency() + "; the shop keeps " + currency + " only";
    }
    if (tag.includesTax() != gross && tag.taxRate() == null) {
      return "the source does not tell its tax rate, and its price is "
          + (tag.includesTax() ? "with" : "without")
          + " tax";
    }
    return null;
  }
}
