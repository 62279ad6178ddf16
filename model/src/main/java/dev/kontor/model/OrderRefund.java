package dev.kontor.model;

/**
 * One refund with the order it belongs to: what a target needs to know to credit it.
 *
 * @param order as its shop shows it after the refund
 * @param refund one of the order's
 */
public record OrderRefund(Order order, Refund refund) {

  /** The external reference of what credits a refund, 13 characters longer than the order's. */
  public static String reference(String orderReference, String refundId) {
    return OrderReference.of(orderReference, refundId);
  }
}
