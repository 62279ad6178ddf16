package dev.kontor.connector.businesscentral.totals;

/** How a VAT posting setup calculates, in Business Central's own sort order. */
public enum VatCalculation {
  NORMAL,
  /** Counts with 0 % on sales (rule 9). */
  REVERSE,
  /** The whole line amount is VAT (rule 9). */
  FULL
}
