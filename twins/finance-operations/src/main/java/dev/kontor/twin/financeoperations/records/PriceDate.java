package dev.kontor.twin.financeoperations.records;

/** Which day a price must hold on (pricing.md P7). */
public enum PriceDate {
  TODAY,
  REQUESTED_SHIPPING,
  REQUESTED_RECEIPT
}
