package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;

/**
 * Amounts of one row in one currency.
 *
 * @param price of one piece without tax
 * @param rowTotal without tax, before discount
 * @param rowTotalInclTax with tax, before discount
 * @param tax of the row after discount
 * @param compensation the tax a gross discount takes away: discount_tax_compensation_amount
 */
record Amounts(
    BigDecimal price,
    BigDecimal priceInclTax,
    BigDecimal rowTotal,
    BigDecimal rowTotalInclTax,
    BigDecimal tax,
    BigDecimal compensation) {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  static final Amounts NOTHING = new Amounts(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);
}
