package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one audience pays in one currency.
 *
 * @param currency ISO 4217 code
 * @param taxRate percent contained in the gross amounts
 * @param breaks by rising quantity; the first begins at the smallest quantity that can be bought
 */
public record PriceSheet(
    Audience audience, String currency, BigDecimal taxRate, List<Break> breaks) {

  /**
   * Who pays it.
   *
   * @param code of the customer price group or the customer's number; null for everybody
   */
  public record Audience(Kind kind, @Nullable String code) {}

  /** Kinds of audience. */
  public enum Kind {
    EVERYBODY,
    CUSTOMER_GROUP,
    CUSTOMER
  }

  /**
   * The price of one piece from a quantity on.
   *
   * @param from smallest quantity, inclusive
   * @param price after line discounts
   * @param listPrice what it is compared with, null if there is no discount to show
   */
  public record Break(BigDecimal from, Amount price, @Nullable Amount listPrice) {}

  public PriceSheet {
    breaks = List.copyOf(breaks);
  }
}
