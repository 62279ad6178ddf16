package dev.kontor.twin.magento.cart;

/** What tax is rounded of: the unit price, each row, or the sum of the rows of one rate. */
public enum Algorithm {
  UNIT,
  ROW,
  TOTAL
}
