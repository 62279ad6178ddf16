package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.Message;

/** What a person is asked to do where the hub must not change a transferred order by itself. */
final class ByHand {

  private ByHand() {}

  /**
   * @param there whether the target certainly has the order
   */
  static String remedy(FlowLine line, Message event, boolean there) {
    String shop = line.from().name();
    String erp = line.to().name();
    String order = "order " + event.number() + " was ";
    String settle = ", then discard this message";
    return switch (event.event()) {
      case OrderDecision.CANCELLED ->
          there
              ? order
                  + "cancelled in "
                  + shop
                  + " after it was transferred; "
                  + erp
                  + " was not changed: cancel it there"
                  + settle
              : order
                  + "cancelled in "
                  + shop
                  + " while its transfer is not settled; the hub does"
                  + " not send it again: look for it in "
                  + erp
                  + ", cancel it there"
                  + settle;
      case OrderDecision.REOPENED ->
          order
              + "opened again in "
              + shop
              + " after its cancellation; the hub did not change "
              + erp
              + ": see what became of it there and correct it"
              + settle;
      default ->
          order
              + "edited in "
              + shop
              + " after it was transferred; "
              + erp
              + " was not changed: correct it there"
              + settle;
    };
  }
}
