package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.model.Capture;
import dev.kontor.model.EnteredPayment;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The payments of one order at its shop, in the ledger and in the ERP.
 *
 * @param decision what the shop's snapshot means to the ledger
 * @param known the newest event of each payment
 * @param reading how far the hub has read the order
 * @param there what the ERP has of payments it confirmed, by event
 */
record PaymentFacts(
    Order order,
    OrderMoney.Decision decision,
    List<KnownEvent> known,
    OrderFacts.Reading reading,
    Map<String, List<EnteredPayment>> there) {

  /** What the shop says of an event; empty if it does not show it as it was entered any more. */
  Optional<BigDecimal> here(String event) {
    return order.payments().stream()
        .flatMap(p -> p.captures().stream().map(c -> new OrderPayment(order, p, c)))
        .filter(paid -> paid.id().equals(OrderMoney.id(event)))
        .map(OrderPayment::capture)
        .findFirst()
        .map(Capture::amount);
  }
}
