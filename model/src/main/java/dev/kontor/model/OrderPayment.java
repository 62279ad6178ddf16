package dev.kontor.model;

/**
 * Money received for an order: what a target needs to know to enter it.
 *
 * @param order as its shop shows it afterwards
 * @param payment one of the order's
 * @param capture one of the payment's
 */
public record OrderPayment(Order order, Payment payment, Capture capture) {

  private static final String PART = "/";

  /** The same in every later version of the order: the payment's, with the capture's own if any. */
  public String id() {
    return capture.id().equals(payment.id()) ? payment.id() : payment.id() + PART + capture.id();
  }

  /** The payment's id in that of one of its captures. */
  public static String paymentId(String id) {
    return id.split(PART, 2)[0];
  }

  /**
   * The external reference of what a target enters for a payment: that of the order with a digest,
   * 13 characters more.
   *
   * @param id as {@link #id}
   */
  public static String reference(String orderReference, String id) {
    return OrderReference.of(orderReference, "payment " + id);
  }
}
