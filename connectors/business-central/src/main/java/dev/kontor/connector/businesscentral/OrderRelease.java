package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
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

  /** In field On Hold, which takes three characters. */
  static final String MARK = "KTR";

  private static final String DETAILS = "salesOrderDetails";
  private static final String ACTION = "Microsoft.NAV.";
  private static final String ON_HOLD = "onHold";

  private final boolean allowed;
  private final Company company;

  OrderRelease(Configuration configuration, Company company) {
    this.allowed = configuration.changesReleased();
    this.company = company;
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
      hold(order);
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
    if (!allowed || !over || !isMarked(order)) {
      return outcome;
    }
    try {
      if (isDraft(order)) {
        act(order, "release");
      }
      JsonNode details = details(order);
      company
          .companion()
          .client()
          .update(path(order), OrderAmender.etag(details), Json.object().put(ON_HOLD, ""));
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

  private void hold(JsonNode order) {
    JsonNode details = details(order);
    String held = Json.text(details, ON_HOLD, "");
    if (held.equals(MARK)) {
      return;
    }
    if (!held.isEmpty()) {
      throw new FaultException(
          new Fault.Invalid(
              ON_HOLD,
              "order "
                  + number(order)
                  + " is on hold ("
                  + held
                  + ") in Business Central; clear the field and resubmit this change",
              null));
    }
    company
        .companion()
        .client()
        .update(path(order), OrderAmender.etag(details), Json.object().put(ON_HOLD, MARK));
  }

  private boolean isMarked(JsonNode order) {
    return company.companion().has(DETAILS) && MARK.equals(Json.text(details(order), ON_HOLD, ""));
  }

  private JsonNode details(JsonNode order) {
    return company.companion().client().one(ODataQuery.of(path(order))).orElse(Json.object());
  }

  private void act(JsonNode order, String action) {
    company.companion().client().action(path(order), ACTION + action, Json.object());
  }

  private static String path(JsonNode order) {
    return OData.key(DETAILS, Json.text(order, "id", ""));
  }

  static boolean isDraft(JsonNode order) {
    return Json.option(order, "status").equals("Draft");
  }
}
