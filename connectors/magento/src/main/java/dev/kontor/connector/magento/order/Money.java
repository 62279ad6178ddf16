package dev.kontor.connector.magento.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import tools.jackson.databind.JsonNode;

/**
 * Reads the amounts of one order. The shop keeps four decimals and answers PHP floats such as
 * 3.55e-15, so more than four are noise (magento/contract.md §3, magento/observed.md).
 *
 * @param currency ISO code of all amounts
 * @param prefix of the fields in that currency
 * @param decimals kept, half up
 */
record Money(String currency, String prefix, int decimals) {

  private static final int STORED = 4;
  private static final int SHOWN = 2;

  static Money of(JsonNode order, OrderTerms terms) {
    String field = terms.base() ? "base_currency_code" : "order_currency_code";
    String currency = Text.text(order.path(field));
    if (currency == null) {
      throw Unreadable.field(field, "is missing; read the whole order");
    }
    return new Money(
        currency, terms.base() ? "base_" : "", terms.rounded() ? decimals(currency) : STORED);
  }

  private static int decimals(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return SHOWN;
    }
  }

  /** An amount of a row; the shop leaves out what is unset, which is zero. */
  BigDecimal of(JsonNode row, String field) {
    return amount(row.path(prefix + field), decimals);
  }

  /** The same, never rounded to the currency's decimals: a price of one piece. */
  BigDecimal price(JsonNode row, String field) {
    return amount(row.path(prefix + field), STORED);
  }

  /** Whether the row states it. */
  boolean has(JsonNode row, String field) {
    return row.path(prefix + field).isNumber();
  }

  /** The smallest amount of it, in money that people pay. */
  BigDecimal cent() {
    return BigDecimal.ONE.movePointLeft(decimals(currency));
  }

  static BigDecimal amount(JsonNode number, int decimals) {
    BigDecimal value = number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
    return shown(value.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** With at least two decimals, and no zeros behind them. */
  static BigDecimal shown(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < SHOWN ? plain.setScale(SHOWN) : plain;
  }
}
