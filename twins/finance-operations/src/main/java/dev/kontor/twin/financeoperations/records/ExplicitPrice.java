package dev.kontor.twin.financeoperations.records;

/** What becomes of a price sent with a line. */
public enum ExplicitPrice {
  KEPT,
  OVERWRITTEN
}
