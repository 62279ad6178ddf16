package dev.kontor.twin.financeoperations.records;

/** Where numbers come from: drawn only, given only, or drawn unless given. */
public enum Numbering {
  AUTOMATIC,
  MANUAL,
  EITHER
}
