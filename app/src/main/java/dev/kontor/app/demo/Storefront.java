package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The addresses that people use in a simulated shop.
 *
 * @param shop its base address
 * @param id field of an order that addresses name it by
 * @param number field that people know it by
 * @param gross field with its sum, tax included
 */
record Storefront(Web web, String shop, String id, String number, String gross) {

  /**
   * @param wish what this cart is in the shop's own words
   */
  Placed place(JsonNode wish, Cart cart) {
    JsonNode order = web.post(shop + "/_twin/shop/orders", wish).path("orders").path(0);
    return new Placed(
        order.path(id).asString(),
        order.path(number).asString(),
        gross(order),
        cart.units(),
        System.nanoTime());
  }

  void pay(Placed order) {
    act(order, "pay");
  }

  void cancel(Placed order) {
    act(order, "cancel");
  }

  private void act(Placed order, String deed) {
    web.post(shop + "/_twin/shop/orders/" + order.id() + "/" + deed, null);
  }

  /** What each order came to with tax, by number. */
  Map<String, BigDecimal> orders() {
    Map<String, BigDecimal> orders = new HashMap<>();
    for (JsonNode order : web.get(shop + "/_twin/truth/orders")) {
      orders.put(order.path(number).asString(), gross(order));
    }
    return orders;
  }

  private BigDecimal gross(JsonNode order) {
    return new BigDecimal(order.path(gross).asString());
  }
}
