package dev.kontor.kit;

import dev.kontor.model.OrderPayment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;

/** How much money a shop received; what it does not state is not guessed. */
public final class CapturedAmount {

  private CapturedAmount() {}

  /**
   * In the order's currency.
   *
   * @throws FaultException {@link Fault.Invalid} if the shop does not say
   */
  public static BigDecimal of(OrderPayment paid) {
    BigDecimal amount = paid.capture().amount();
    if (amount == null) {
      throw new FaultException(
          new Fault.Invalid(
              "payment.amount",
              "is unknown: the shop says that order "
                  + paid.order().number()
                  + " was paid in part, not how much; enter the payment by hand, then discard this"
                  + " message",
              null));
    }
    return amount;
  }
}
