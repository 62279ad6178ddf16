package dev.kontor.model;

/** What the prices of an order are quoted in. */
public enum PriceBasis {
  /** Line prices include tax. */
  GROSS,
  /** Line prices exclude tax; tax comes on top. */
  NET,
  /** No tax is charged (export, intra-community supply); net and gross are equal. */
  TAX_FREE
}
