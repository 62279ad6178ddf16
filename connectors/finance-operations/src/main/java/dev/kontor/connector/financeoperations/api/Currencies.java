package dev.kontor.connector.financeoperations.api;

import java.util.Currency;

/** Of an amount in a currency. */
public final class Currencies {

  private static final int USUAL = 2;

  private Currencies() {}

  /** Decimals of an amount in it; two of one nobody knows. */
  public static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return USUAL;
    }
  }
}
