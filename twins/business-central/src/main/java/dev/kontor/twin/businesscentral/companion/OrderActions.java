package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.sales.SalesPosting;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.JsonNode;

/** What the companion app lets a caller do with an open order. */
final class OrderActions {
  private OrderActions() {}

  /** Throws ODataFault for an unknown action, or when it cannot be done. */
  static void run(SalesPosting order, String action, JsonNode parameters) {
    switch (action) {
      case "release" -> order.release();
      case "reopen" -> order.reopen();
      case "cancel" -> order.cancel();
      case "invoice" -> order.invoice();
      case "ship" -> {
        order.parcel(parameters);
        order.ship();
      }
      case "shipAndInvoice" -> {
        order.parcel(parameters);
        order.shipAndInvoice();
      }
      default -> throw Rules.unknownAction(action);
    }
  }
}
