package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Opens a released order for a change and releases it again, where a setting allows it and the
 * companion app can. While it is open the order is on hold with a mark of its own, so that the next
 * try releases it if this one ends half way.
 */
final class OrderRelease {

  static final String DETAILS = OrderDetails.SET;
  private static final String ACTION = "Microsoft.NAV.";

  private final boolean allowed;
  private final Company company;
  private final OrderHold hold;

  OrderRelease(Configuration configuration, Company company) {
    this.allowed = configuration.changesReleased();
    this.company = company;
    this.hold = new OrderHold(company);
  }

  /** Applies a change to an order, opening it first if it is released. */
  Outcome opened(JsonNode order, Amendment amendment, Supplier<Outcome> change) {
    if (isDraft(order)) {
      return closed(order, change.get());
    }
    if (!allowed || !company.companion().has(DETAILS)) {
      return new Fault.Invalid(
          "status",
          "order "
              + number(order)
              + " is released and the shop's order differs: "
              + amendment.inWords()
              + ". Reopen it in Business Central and resubmit this change, or correct it by hand and"
              + " discard this change"
              + (allowed ? "" : "; setting changeReleased lets the hub reopen it by itself"),
          null);
    }
    try {
      hold.put(order);
      act(order, "reopen");
    } catch (FaultException e) {
      return e.fault();
    }
    // The order's etag moved with its status: the change is computed again from what it is now.
    return new Fault.Conflict(
        "order " + number(order) + " was reopened for the change, which is made with the next try");
  }

  /**
   * After a change, or after one that can never succeed: as the order was before. Anything that
   * will be tried again leaves it open and marked.
   */
  Outcome closed(JsonNode order, Outcome outcome) {
    boolean over = outcome instanceof Outcome.Written || isFinal(outcome);
    if (!allowed || !over || !hold.isOurs(order)) {
      return outcome;
    }
    try {
      if (isDraft(order)) {
        act(order, "release");
      }
      hold.clear(order);
      return outcome;
    } catch (FaultException e) {
      return unreleased(order, outcome, e.fault());
    }
  }

  private static boolean isFinal(Outcome outcome) {
    return outcome instanceof Fault.Invalid || outcome instanceof Fault.Unsupported;
  }

  private static Fault unreleased(JsonNode order, Outcome outcome, Fault fault) {
    return fault instanceof Fault.Invalid invalid
        ? new Fault.Invalid(
            invalid.field(),
            (outcome instanceof Fault refused
                    ? refused.message() + "; order " + number(order) + " was reopened for this"
                    : "order " + number(order) + " was reopened and is as the shop wants it")
                + ", but cannot be released again: "
                + invalid.problem()
                + " Release it in Business Central and clear field On Hold",
            invalid.remoteCode())
        : fault;
  }

  private static String number(JsonNode order) {
    return Json.text(order, "number", "");
  }

  private void act(JsonNode order, String action) {
    company.companion().client().action(path(order), ACTION + action, Json.object());
  }

  static String path(JsonNode order) {
    return OData.key(DETAILS, Json.text(order, "id", ""));
  }

  static boolean isDraft(JsonNode order) {
    return Json.option(order, "status").equals("Draft");
  }
}
