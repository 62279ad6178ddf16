package dev.kontor.model;

/** How far the money for an order has come. */
public enum PaymentState {
  OPEN,
  AUTHORIZED,
  PAID_PARTIALLY,
  PAID,
  REFUNDED_PARTIALLY,
  REFUNDED,
  CANCELLED,
  FAILED,
  REMINDED,
  CHARGEBACK
}
