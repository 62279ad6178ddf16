package dev.kontor.engine.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which semantics turn a captured document into effects. Of kinds that go by the same documents the
 * one that makes their cross-references stands first.
 */
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
  /**
   * Credits what the shop of an order gave back; fed by the flow of orders, in whose lanes it
   * works.
   */
  @JsonProperty("refunds")
  REFUNDS,
  /**
   * Enters what a shop received for an order; fed by the flow of orders, in whose lanes it works.
   */
  @JsonProperty("payments")
  PAYMENTS,
  /**
   * Posts what the shop of an order says has left; fed by the flow of orders, in whose lanes it
   * works.
   */
  @JsonProperty("shipments")
  SHIPMENTS,
  /**
   * Posts the invoice of an order once its conditions hold; fed by the flow of orders, in whose
   * lanes it works.
   */
  @JsonProperty("invoices")
  INVOICES,
  /** State of stock under the stock rule. */
  @JsonProperty("stock")
  STOCK,
  /** Documents whose newest version is all that counts: products, prices. */
  @JsonProperty("state")
  STATE,
  /** Attributes of customers that both systems have and either may change. */
  @JsonProperty("shared")
  SHARED,
  /** What the target of orders has done with them, told to the shop they came from. */
  @JsonProperty("progress")
  PROGRESS;

  /** Whether the flow reads its source itself, or is fed by other flows. */
  public boolean isPolled() {
    return switch (this) {
      case ORDERS, STOCK, STATE, SHARED, PROGRESS -> true;
      case CUSTOMERS, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES -> false;
    };
  }

  /** Whether it is about orders, payments, refunds or invoices. */
  public boolean isMoney() {
    return switch (this) {
      case ORDERS, REFUNDS, PAYMENTS, INVOICES -> true;
      case CUSTOMERS, REPLY, SHIPMENTS, STOCK, STATE, SHARED, PROGRESS -> false;
    };
  }

  /** Within what time its documents are to arrive, unless the operator says otherwise. */
  public @Nullable Duration usualSla() {
    return this == ORDERS ? Duration.ofMinutes(15) : null;
  }

  /** Whether both ends of the flow can be asked whether they agree. */
  public boolean isCompared() {
    return switch (this) {
      case ORDERS, PAYMENTS, STOCK, STATE, SHARED -> true;
      case CUSTOMERS, REPLY, REFUNDS, SHIPMENTS, INVOICES, PROGRESS -> false;
    };
  }
}
