package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why an open order is not cancelled. */
final class CancellationRefusal {

  private CancellationRefusal() {}

  /**
   * What a person must do.
   *
   * @param releasedToo whether orders that the warehouse may be at work on are cancelled
   */
  static @Nullable Fault of(JsonNode order, boolean releasedToo) {
    String number = Json.text(order, "number", "");
    List<JsonNode> posted =
        order.path("salesOrderLines").valueStream().filter(AmendedLine::isPosted).toList();
    if (!posted.isEmpty()) {
      return new Fault.Invalid(
          "salesOrderLines",
          "order "
              + number
              + " cannot be cancelled, as lines are shipped or invoiced already: "
              + String.join("; ", posted.stream().map(LineInWords::posted).toList())
              + ". Take the goods back by a return order or credit memo and delete what is left of"
              + " the order, then discard this cancellation",
          null);
    }
    if (!OrderRelease.isDraft(order) && !releasedToo) {
      return new Fault.Invalid(
          "status",
          "order "
              + number
              + " is released, so the warehouse may be at work on it. Stop it there, then delete or"
              + " reopen the order in Business Central and resubmit this cancellation; setting"
              + " changeReleased lets the hub cancel it all the same",
          null);
    }
    return null;
  }
}
