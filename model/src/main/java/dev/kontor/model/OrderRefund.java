package dev.kontor.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * One refund with the order it belongs to: what a target needs to know to credit it.
 *
 * @param order as its shop shows it after the refund
 * @param refund one of the order's
 */
public record OrderRefund(Order order, Refund refund) {

  private static final char MARK = '/';
  private static final int DIGITS = 12;

  /**
   * The external reference of what credits a refund: that of the order with a digest of the
   * refund's id, 13 characters more.
   */
  public static String reference(String orderReference, String refundId) {
    String digest = UUID.nameUUIDFromBytes(refundId.getBytes(StandardCharsets.UTF_8)).toString();
    return orderReference
        + MARK
        + digest.replace("-", "").substring(0, DIGITS).toUpperCase(Locale.ROOT);
  }

  /** What the references of all refunds of an order begin with. */
  public static String references(String orderReference) {
    return orderReference + MARK;
  }

  /** The order's reference in that of one of its refunds; the same if it is no refund's. */
  public static String orderReference(String reference) {
    int at = reference.length() - DIGITS - 1;
    return at > 0 && reference.charAt(at) == MARK ? reference.substring(0, at) : reference;
  }
}
