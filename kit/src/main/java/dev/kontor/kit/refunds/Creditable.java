package dev.kontor.kit.refunds;

import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.Payment;
import dev.kontor.model.Refund;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Whether crediting a refund makes the customer's balance what the shop kept, or less. An order
 * that was reduced in the shop before it was invoiced already owes less: its refund must not be
 * credited on top. Pure.
 */
public final class Creditable {

  private final Order order;
  private final Refund refund;
  private final Predicate<Refund> already;

  /**
   * @param already whether another refund of the order is credited: one that had to wait is passed
   *     by those after it
   */
  public Creditable(OrderRefund both, Predicate<Refund> already) {
    this.order = both.order();
    this.refund = both.refund();
    this.already = already;
  }

  /**
   * @param invoiced gross of the order's invoice
   * @param credited gross of the credit memos there are for it
   * @return the problem with its remedy, empty if the refund may be credited
   */
  public String problem(BigDecimal invoiced, BigDecimal credited) {
    BigDecimal amount = Objects.requireNonNull(refund.amount());
    BigDecimal left = invoiced.subtract(credited);
    if (amount.compareTo(left) > 0) {
      return told(
          "comes to %s, %s of it is credited already: a refund of %s would be too much",
          invoiced, credited, amount);
    }
    BigDecimal kept = kept();
    if (kept.signum() >= 0 && left.subtract(amount).compareTo(kept) < 0) {
      return told(
          "leaves %s to pay, and the shop kept %s after this refund of %s: it was invoiced without"
              + " what was given back",
          left, kept, amount);
    }
    return "";
  }

  private static String told(String problem, Object... amounts) {
    Object[] texts = List.of(amounts).stream().map(a -> ((BigDecimal) a).toPlainString()).toArray();
    return problem.formatted(texts)
        + "; compare shop and customer ledger, enter what is missing by hand, then discard this"
        + " message";
  }

  /**
   * What was paid less all that was given back up to this refund, and what of the later is credited
   * already; negative if it is not known.
   */
  private BigDecimal kept() {
    BigDecimal paid = BigDecimal.ZERO;
    for (Payment payment : order.payments()) {
      if (payment.captured() == null) {
        return BigDecimal.ONE.negate();
      }
      paid = paid.add(payment.captured());
    }
    if (paid.signum() == 0) {
      return BigDecimal.ONE.negate();
    }
    for (Refund each : order.refunds()) {
      boolean counts =
          each.state() == Refund.State.COMPLETED
              && (!each.recordedAt().isAfter(refund.recordedAt()) || already.test(each));
      if (counts && each.amount() == null) {
        return BigDecimal.ONE.negate();
      }
      paid = counts ? paid.subtract(Objects.requireNonNull(each.amount())) : paid;
    }
    return paid;
  }
}
