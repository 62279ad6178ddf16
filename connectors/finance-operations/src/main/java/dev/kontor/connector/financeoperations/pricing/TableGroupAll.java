package dev.kontor.connector.financeoperations.pricing;

/** Whether an agreement names one customer or product, a group of them, or all (rule R2). */
public enum TableGroupAll {
  TABLE,
  GROUP,
  ALL
}
