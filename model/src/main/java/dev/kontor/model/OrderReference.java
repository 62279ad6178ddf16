package dev.kontor.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** External references of what belongs to an order: the order's with a digest of its own id. */
public final class OrderReference {

  private static final char MARK = '/';
  private static final int DIGITS = 12;

  private OrderReference() {}

  /** 13 characters more than the order's. */
  public static String of(String orderReference, String id) {
    String digest = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    return begin(orderReference)
        + digest.replace("-", "").substring(0, DIGITS).toUpperCase(Locale.ROOT);
  }

  /** What all of one order begin with. */
  public static String begin(String orderReference) {
    return orderReference + MARK;
  }

  /** The order's reference in that of something of it; the same if it is the order's. */
  public static String order(String reference) {
    int at = reference.length() - DIGITS - 1;
    return at > 0 && reference.charAt(at) == MARK ? reference.substring(0, at) : reference;
  }
}
