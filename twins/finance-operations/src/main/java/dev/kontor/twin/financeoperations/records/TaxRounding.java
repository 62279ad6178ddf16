package dev.kontor.twin.financeoperations.records;

/** Where tax amounts are rounded to the cent. */
public enum TaxRounding {
  LINE,
  TOTAL
}
