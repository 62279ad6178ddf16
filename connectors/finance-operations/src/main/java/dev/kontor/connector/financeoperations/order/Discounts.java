package dev.kontor.connector.financeoperations.order;

import dev.kontor.model.LineKind;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes discounts that no item stands for off the lines of their tax rate, in proportion, to the
 * last cent: those on shipping off shipping, all others off the rest but what is charged on the
 * header, as far as that is enough.
 */
final class Discounts {

  private final List<Sold> parts;
  private final int digits;

  private Discounts(List<Sold> parts, int digits) {
    this.parts = parts;
    this.digits = digits;
  }

  /**
   * @param digits of an amount in the order's currency
   * @throws FaultException {@link Fault.Invalid} if a discount is more than there is to pay
   */
  static List<Sold> spread(List<Sold> all, int digits) {
    List<Sold> kept = new ArrayList<>(all);
    List<Sold> discounts = all.stream().filter(p -> p.isDiscount() && p.item().isEmpty()).toList();
    kept.removeAll(discounts);
    Discounts spread = new Discounts(kept, digits);
    discounts.forEach(spread::take);
    return kept;
  }

  private void take(Sold discount) {
    Predicate<Sold> rate = p -> !p.isDiscount() && p.rate().compareTo(discount.rate()) == 0;
    boolean shipping = discount.kind() == LineKind.SHIPPING;
    Predicate<Sold> own = rate.and(p -> shipping ? isShipping(p) : isRest(p));
    BigDecimal less = discount.amount().negate();
    Predicate<Sold> from = sum(own).compareTo(less) < 0 ? rate : own;
    BigDecimal whole = sum(from);
    if (whole.compareTo(less) < 0) {
      throw new FaultException(
          new Fault.Invalid(
              discount.path(),
              "takes off "
                  + less.toPlainString()
                  + " at "
                  + discount.rate().toPlainString()
                  + " % tax, but only "
                  + whole.toPlainString()
                  + " are to pay there; set discountLine, or enter the order by hand",
              null));
    }
    takeOff(from, less, whole);
  }

  private static boolean isShipping(Sold part) {
    return part.kind() == LineKind.SHIPPING;
  }

  /** A charge of the header cannot be changed with every change of the goods. */
  private static boolean isRest(Sold part) {
    return !isShipping(part) && !part.isCharge();
  }

  /** Each takes its part of the sum so far less what those before took, so that no cent is left. */
  private void takeOff(Predicate<Sold> from, BigDecimal less, BigDecimal whole) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal taken = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      Sold part = parts.get(i);
      if (from.test(part) && part.amount().signum() > 0) {
        sum = sum.add(part.amount());
        BigDecimal upTo = less.multiply(sum).divide(whole, digits, RoundingMode.HALF_UP);
        parts.set(i, part.costing(part.amount().subtract(upTo.subtract(taken))));
        taken = upTo;
      }
    }
  }

  private BigDecimal sum(Predicate<Sold> some) {
    return parts.stream().filter(some).map(Sold::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
