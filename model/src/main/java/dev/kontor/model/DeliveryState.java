package dev.kontor.model;

/** How far the goods of a delivery have come. */
public enum DeliveryState {
  OPEN,
  SHIPPED_PARTIALLY,
  SHIPPED,
  RETURNED_PARTIALLY,
  RETURNED,
  CANCELLED
}
