package dev.kontor.app.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to order.
 *
 * @param units pieces by SKU, in the order they were chosen
 * @param coupon null without one
 */
public record Cart(
    Buyer buyer,
    Map<String, Integer> units,
    @Nullable String coupon,
    Payment payment,
    boolean express) {

  /** When the money comes. */
  public enum Payment {
    /** After an invoice. */
    INVOICE,
    /** With the goods. */
    CASH,
    /** Before anything leaves. */
    PREPAID
  }

  public Cart {
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
  }

  boolean prepaid() {
    return payment == Payment.PREPAID;
  }

  Cart inAdvance() {
    return new Cart(buyer, units, coupon, Payment.PREPAID, express);
  }
}
