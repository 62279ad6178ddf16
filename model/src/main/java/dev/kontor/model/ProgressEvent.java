package dev.kontor.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing the ERP has done with an order, for the shop to show. It happens once, whatever else is
 * posted for the order later.
 *
 * @param orderId the shop's technical id of the order
 * @param orderNumber the ERP's number of the order
 * @param state of the order when the event was found
 * @param shipment of {@link Kind#SHIPPED} only
 * @param invoice of {@link Kind#INVOICED} only
 * @param creditMemo of {@link Kind#CREDITED} only
 */
public record ProgressEvent(
    Kind kind,
    String orderId,
    String orderNumber,
    OrderProgress.State state,
    @Nullable Shipment shipment,
    @Nullable Invoice invoice,
    @Nullable CreditMemo creditMemo) {

  /** What was done. */
  public enum Kind {
    RELEASED,
    SHIPPED,
    INVOICED,
    CREDITED,
    CANCELLED
  }
}
