package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Mailing;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a merchant does with an order in the administration. */
final class OrderClicks {
  private final Shop shop;
  private final Tables tables;

  OrderClicks(Shop shop) {
    this.shop = shop;
    this.tables = shop.tables();
  }

  /** Throws IllegalArgumentException for an action there is not, ApiError as the shop would. */
  void act(String action, String id, ObjectNode body) {
    Mailing mailing = new Mailing(body.path("sendMail").asBoolean(false), List.of());
    switch (action) {
      case "cancel", "process", "complete", "reopen" ->
          shop.states().transition("order", id, action, mailing);
      case "pay" -> shop.payments().pay(id, body);
      case "chargeback" -> shop.payments().chargeBack(id);
      case "refund" -> shop.payments().refund(id, body);
      case "calloff" -> shop.payments().callOff(id);
      case "edit" -> shop.edits().edit(id, body);
      case "ship" -> ship(id, body, mailing);
      case "split" -> new DeliverySplit(shop).split(delivery(id), body.path("lines"));
      case "return" -> takeBack(id, body, mailing);
      default ->
          throw new IllegalArgumentException(
              "Action "
                  + action
                  + " unknown; use cancel, process, complete, reopen, pay, chargeback, refund,"
                  + " calloff, edit, ship, split or return.");
    }
  }

  private void ship(String id, ObjectNode body, Mailing mailing) {
    String deliveryId = body.path("last").asBoolean(false) ? last(id) : delivery(id);
    if (body.has("trackingCodes")) {
      ObjectNode codes = Json.object();
      codes.set("trackingCodes", body.get("trackingCodes"));
      tables.update("order_delivery", deliveryId, codes);
    }
    boolean partly = body.path("partially").asBoolean(false);
    shop.states()
        .transition("order_delivery", deliveryId, partly ? "ship_partially" : "ship", mailing);
  }

  // The shop itself never restocks: the merchant writes the stock.
  private void takeBack(String id, ObjectNode body, Mailing mailing) {
    boolean all = !body.has("lines");
    shop.states()
        .transition("order_delivery", delivery(id), all ? "retour" : "retour_partially", mailing);
    if (body.path("restock").asBoolean(false)) {
      for (ObjectNode line : tables.where("order_line_item", "orderId", id)) {
        restock(line, all ? line.path("quantity").asInt(0) : wanted(line, body));
      }
    }
  }

  private static int wanted(ObjectNode line, ObjectNode body) {
    JsonNode number = line.path("payload").path("productNumber");
    return body.path("lines")
        .valueStream()
        .filter(l -> l.path("productNumber").equals(number))
        .mapToInt(l -> l.path("quantity").asInt(1))
        .sum();
  }

  private void restock(ObjectNode line, int quantity) {
    String productId = Values.text(line, "productId");
    if (productId != null && quantity > 0) {
      ObjectNode product = tables.get("product", productId);
      ObjectNode fields = Json.object().put("stock", product.path("stock").asInt(0) + quantity);
      shop.stock().mirror(product, fields);
      tables.update("product", productId, fields);
    }
  }

  private String last(String orderId) {
    return Values.required(tables.where("order_delivery", "orderId", orderId).getLast(), "id");
  }

  // A shipping discount is a delivery of its own, with negative costs.
  private String delivery(String orderId) {
    return tables.where("order_delivery", "orderId", orderId).stream()
        .filter(d -> Values.decimal(d.path("shippingCosts").get("totalPrice")).signum() >= 0)
        .findFirst()
        .map(d -> Values.required(d, "id"))
        .orElseThrow(() -> new IllegalArgumentException("The order has no delivery."));
  }
}
