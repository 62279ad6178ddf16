package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.Message;

/** What a person is asked to do where the hub must not change a transferred order by itself. */
final class ByHand {

  private static final String CANCELLED =
      "order %s was cancelled in %s after it was transferred; %s was not changed: cancel it there";

  private static final String CANCELLED_UNSETTLED =
      "order %s was cancelled in %s while its transfer is not settled; the hub does not send it"
          + " again: look for it in %s, cancel it there";

  private static final String REOPENED =
      "order %s was opened again in %s after its cancellation; the hub did not change %s: see what"
          + " became of it there and correct it";

  private static final String EDITED =
      "order %s was edited in %s after it was transferred; %s was not changed: correct it there";

  private ByHand() {}

  /** An edit that makes an order another company's. */
  static String moved(FlowLine line, Message event, FlowConfig rightful) {
    String there = line.to().name();
    String company = rightful.to().connection();
    String shop = line.from().name();
    return "order %s is in %s and would be for %s now, by its channel, currency or country; the hub"
            .formatted(event.number(), there, company)
        + " moves no order between companies, and "
        + there
        + " was not changed: change it back in "
        + shop
        + ", or cancel it in "
        + there
        + " and enter it in "
        + company
        + ", then discard this message";
  }

  /**
   * @param there whether the target certainly has the order
   */
  static String remedy(FlowLine line, Message event, boolean there) {
    String what = what(event.event(), there);
    return what.formatted(event.number(), line.from().name(), line.to().name())
        + ", then discard this message";
  }

  private static String what(String event, boolean there) {
    return switch (event) {
      case OrderDecision.CANCELLED -> there ? CANCELLED : CANCELLED_UNSETTLED;
      case OrderDecision.REOPENED -> REOPENED;
      default -> EDITED;
    };
  }
}
