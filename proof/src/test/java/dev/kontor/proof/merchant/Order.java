package dev.kontor.proof.merchant;

import dev.kontor.twin.kit.Json;
import tools.jackson.databind.node.ObjectNode;

/** What a buyer orders in the storefront. */
public final class Order {

  private Order() {}

  public static ObjectNode of(String email, String productNumber, int quantity) {
    ObjectNode order = Json.object();
    order
        .putObject("customer")
        .put("email", email)
        .put("firstName", "Änne")
        .put("lastName", "Großkopf")
        .put("guest", true);
    order.putObject("billing").put("country", "DE").put("street", "Königstraße 7");
    order.putArray("lines").add(line(productNumber, quantity));
    return order;
  }

  public static ObjectNode line(String productNumber, int quantity) {
    return Json.object().put("productNumber", productNumber).put("quantity", quantity);
  }
}
