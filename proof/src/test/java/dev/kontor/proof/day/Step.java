package dev.kontor.proof.day;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * Something people do with an order.
 *
 * @param possible whether it can be done by now
 */
record Step(BiPredicate<Desks, Placed> possible, BiConsumer<Desks, Placed> deed) {

  /** At once. */
  static Step now(BiConsumer<Desks, Placed> deed) {
    return new Step((desks, placed) -> true, deed);
  }

  /** When the ERP has the order and its shop knows the number. */
  static Step transferred(BiConsumer<Desks, Placed> deed) {
    return new Step((desks, placed) -> !desks.erpNumber(placed).isEmpty(), deed);
  }

  /** When the ERP does not have it any more. */
  static Step takenOut(BiConsumer<Desks, Placed> deed) {
    return new Step((desks, placed) -> !desks.isInErp(placed), deed);
  }

  boolean take(Desks desks, Placed placed) {
    boolean can = possible.test(desks, placed);
    if (can) {
      deed.accept(desks, placed);
    }
    return can;
  }
}
