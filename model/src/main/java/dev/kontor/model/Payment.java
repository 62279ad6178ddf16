package dev.kontor.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment attempt of an order. References and tokens only, never card data.
 *
 * @param id the source's id of the transaction
 * @param method the shop's technical name of the payment method
 * @param amount in the order's currency, the amount to pay
 * @param captured amount known to be captured; null where the shop states none
 * @param refunded amount known to be refunded, zero if none
 * @param captures money received by it, oldest first; empty while, or once again, the shop states
 *     none as received
 * @param reference the provider's transaction reference, null if unknown
 */
public record Payment(
    String id,
    String method,
    PaymentState state,
    BigDecimal amount,
    @Nullable BigDecimal captured,
    BigDecimal refunded,
    List<Capture> captures,
    @Nullable String reference) {

  public Payment {
    captures = List.copyOf(captures);
  }
}
