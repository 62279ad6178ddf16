package dev.kontor.twin.financeoperations.records;

/** What counts against a credit limit (pricing.md §6). */
public enum CreditCheck {
  NONE,
  BALANCE,
  BALANCE_AND_PACKING_SLIPS,
  BALANCE_AND_ALL
}
