package dev.kontor.proof.day;

import dev.kontor.app.demo.Oversold;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.twin.kit.Json;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The people who work in shop and ERP. */
final class Desks {

  private final Merchant merchant;
  private final Oversold oversold;
  private Map<String, String> numbers = Map.of();
  private Set<String> inErp = Set.of();

  Desks(Merchant merchant, Oversold oversold) {
    this.merchant = merchant;
    this.oversold = oversold;
  }

  /** What is known of orders from now on. */
  void look() {
    numbers = merchant.truth().toldNumbers();
    inErp = merchant.truth().erpOrders().keySet();
  }

  /** The ERP's number as the shop knows it, empty if it does not. */
  String erpNumber(Placed placed) {
    return numbers.getOrDefault(placed.number(), "");
  }

  boolean isInErp(Placed placed) {
    return inErp.contains(dev.kontor.proof.merchant.Truth.reference(placed.order()));
  }

  /** In the shop's administration. */
  void shop(Placed placed, String action, @Nullable JsonNode body) {
    merchant.change(placed.order(), action, body);
    placed.units().keySet().forEach(oversold::moved);
  }

  /** In the ERP. */
  void clerk(Placed placed, String action) {
    merchant.erp().order(erpNumber(placed), action, Json.object());
    placed.units().keySet().forEach(oversold::moved);
  }

  void invoice(Placed placed) {
    clerk(placed, "shipAndInvoice");
  }

  /**
   * Sends a parcel.
   *
   * @param pieces of the first line; 0 sends all that is left
   */
  void ship(Placed placed, int pieces, String parcel) {
    ObjectNode body = Json.object().put("packageTrackingNumber", "JD" + placed.number() + parcel);
    if (pieces > 0) {
      body.putArray("lines").addObject().put("sequence", 10_000).put("quantity", pieces);
    }
    merchant.erp().order(erpNumber(placed), "ship", body);
  }

  /** Cancels the order's only invoice by a credit memo over all of it. */
  void takeBack(Placed placed) {
    merchant
        .erp()
        .truth("invoices")
        .path("invoices")
        .valueStream()
        .filter(i -> i.path("orderNumber").asString("").equals(erpNumber(placed)))
        .forEach(i -> merchant.erp().cancelInvoice(i.path("number").asString()));
  }
}
