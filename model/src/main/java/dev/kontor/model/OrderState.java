package dev.kontor.model;

/** Where an order stands in the shop. */
public enum OrderState {
  OPEN,
  IN_PROGRESS,
  COMPLETED,
  CANCELLED
}
