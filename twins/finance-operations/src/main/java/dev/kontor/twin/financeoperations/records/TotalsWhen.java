package dev.kontor.twin.financeoperations.records;

/** When OrderTotal* of a header are filled. */
public enum TotalsWhen {
  WHEN_CONFIRMED,
  ALWAYS
}
