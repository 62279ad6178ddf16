package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A cart price rule behind a coupon.
 *
 * @param amount per cent, or money in base currency
 * @param shippingToo it also takes its per cent off shipping
 */
public record Rule(
    String coupon, String id, String name, Kind kind, BigDecimal amount, boolean shippingToo) {

  /** What the amount is taken off. */
  public enum Kind {
    PERCENT,
    CART,
    PIECE
  }

  private static final List<Rule> SHOP =
      List.of(
          new Rule("SOMMER10", "1", "10 % Sommerrabatt", Kind.PERCENT, BigDecimal.TEN, false),
          new Rule(
              "WILLKOMMEN15",
              "2",
              "15 € Willkommensgutschein",
              Kind.CART,
              BigDecimal.valueOf(15),
              false),
          new Rule("ALLESFREI", "4", "100 % Kulanz", Kind.PERCENT, BigDecimal.valueOf(100), true),
          new Rule("STUECK3", "5", "3 € je Stück", Kind.PIECE, BigDecimal.valueOf(3), false));

  /** The rule of a coupon of the demo shop. */
  public static Optional<Rule> of(String coupon) {
    return SHOP.stream().filter(r -> r.coupon().equalsIgnoreCase(coupon)).findFirst();
  }

  BigDecimal percent() {
    return kind == Kind.PERCENT ? amount : BigDecimal.ZERO;
  }
}
