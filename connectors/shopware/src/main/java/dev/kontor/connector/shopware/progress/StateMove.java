package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.ProgressSettings;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.order.OrderDeliveries;
import dev.kontor.connector.shopware.order.ShippedPieces;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.spi.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an event means for the states of the shop's order (shopware/contract.md §5). A shop that is
 * further already is left where it is, and it is said.
 */
sealed interface StateMove {

  /** A transition the shop allows. */
  record Go(String entity, String id, String action) implements StateMove {}

  /**
   * Nothing to do.
   *
   * @param why null if it goes without saying
   */
  record Stay(@Nullable String why) implements StateMove {}

  /** The shop contradicts; a person decides. */
  record Contradiction(Fault fault) implements StateMove {}

  static StateMove of(Progress progress, JsonNode order, ProgressSettings settings) {
    return switch (progress.kind()) {
      case RELEASED -> settings.process() ? released(order) : new Stay(null);
      case SHIPPED ->
          // The shop told of it itself, with deliveries that are not the main one perhaps.
          ShippedPieces.areShown(order, ProgressFields.shipped(progress, order))
              ? new Stay(null)
              : shipped(order, progress.state());
      case INVOICED, CREDITED -> new Stay(null);
      case CANCELLED ->
          settings.cancel()
              ? cancelled(order)
              : new Stay("the setting progress.cancel is off; the order's state was left");
    };
  }

  private static StateMove released(JsonNode order) {
    return switch (state(order)) {
      case "open" -> new Go("order", id(order), "process");
      case "in_progress" -> new Stay(null);
      default -> new Stay("the order is " + state(order) + " in the shop already");
    };
  }

  private static StateMove shipped(JsonNode order, State state) {
    JsonNode delivery = OrderDeliveries.main(order);
    if (delivery == null) {
      return new Stay("the shop's order has no delivery whose state could change");
    }
    String action = state == State.SHIPPED || state == State.COMPLETED ? "ship" : "ship_partially";
    return switch (state(delivery)) {
      case "open" -> new Go("order_delivery", id(delivery), action);
      case "shipped_partially" ->
          action.equals("ship") ? new Go("order_delivery", id(delivery), action) : new Stay(null);
      case "shipped" -> new Stay(null);
      case "cancelled" ->
          new Contradiction(
              new Fault.Invalid(
                  "shipment",
                  "left the warehouse, but its delivery is cancelled in the shop; reopen the"
                      + " delivery there, then resubmit",
                  null));
      default -> new Stay("the delivery is " + state(delivery) + " in the shop already");
    };
  }

  private static StateMove cancelled(JsonNode order) {
    return switch (state(order)) {
      case "open", "in_progress" -> new Go("order", id(order), "cancel");
      case "cancelled" -> new Stay(null);
      default ->
          new Contradiction(
              new Fault.Invalid(
                  "kind",
                  "is CANCELLED, but the shop's order is "
                      + state(order)
                      + "; reopen or refund it there, then resubmit",
                  null));
    };
  }

  private static String state(JsonNode row) {
    return row.path("stateMachineState").path("technicalName").asString("");
  }

  private static String id(JsonNode row) {
    return ShopRow.id(row);
  }
}
