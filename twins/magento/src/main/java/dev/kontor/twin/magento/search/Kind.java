package dev.kontor.twin.magento.search;

/** How a column is compared. */
public enum Kind {
  NUMBER,
  TEXT,
  TIME
}
