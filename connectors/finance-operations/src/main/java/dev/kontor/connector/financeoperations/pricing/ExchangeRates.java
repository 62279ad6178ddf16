package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Exchange rates of the day that is priced.
 *
 * @param rates how many of the second currency one of the first buys, by both codes: EURUSD
 */
public record ExchangeRates(Map<String, BigDecimal> rates) {

  public static final ExchangeRates NONE = new ExchangeRates(Map.of());

  public ExchangeRates {
    rates = Map.copyOf(rates);
  }

  /**
   * Not rounded to a currency.
   *
   * @throws IllegalArgumentException if the rate is not known
   */
  BigDecimal convert(BigDecimal amount, String from, String to) {
    if (from.equals(to)) {
      return amount;
    }
    BigDecimal rate = rates.get(from + to);
    if (rate != null) {
      return amount.multiply(rate);
    }
    BigDecimal inverse = rates.get(to + from);
    if (inverse == null || inverse.signum() == 0) {
      throw new IllegalArgumentException(
          "there is no exchange rate " + from + to + "; give the rate of the price date");
    }
    return Money.quotient(amount, inverse);
  }
}
