package dev.kontor.engine.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which semantics turn a captured document into effects. */
public enum FlowKind {
  /** Business events of one order: created, cancelled, edited. */
  @JsonProperty("orders")
  ORDERS,
  /** Find or create the debtor an order needs; fed by other flows. */
  @JsonProperty("customers")
  CUSTOMERS,
  /** Tells the source what became of its document; fed by other flows. */
  @JsonProperty("reply")
  REPLY,
  /** State of stock under the stock rule. */
  @JsonProperty("stock")
  STOCK
}
