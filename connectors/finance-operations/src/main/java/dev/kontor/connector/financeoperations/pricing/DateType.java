package dev.kontor.connector.financeoperations.pricing;

/** The parameter <i>Date type</i> (rule P7). */
public enum DateType {
  TODAY,
  REQUESTED_SHIP_DATE,
  REQUESTED_RECEIPT_DATE
}
