package dev.kontor.app.demo;

import dev.kontor.app.demo.Shoppers.Cart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What people did so far. Acting and looking exclude each other, so that a look never falls between
 * a deed and its note.
 */
final class World {

  private final Systems systems;
  private final Story story;
  private final Map<String, Placed> live = new HashMap<>();
  private final List<Placed> cancelled = new ArrayList<>();
  private final Map<String, Integer> moves = new HashMap<>();
  private final Oversold oversold;

  World(Systems systems, Story story, Oversold oversold) {
    this.systems = systems;
    this.story = story;
    this.oversold = oversold;
  }

  Systems systems() {
    return systems;
  }

  /** Places an order that is meant to stay. */
  synchronized Placed place(Cart cart) {
    Placed order = placed(cart);
    live.put(order.number(), order);
    order.units().forEach(oversold::sold);
    story.placed(order, cart.prepaid() ? cart.who() + ", pays in advance" : cart.who());
    return order;
  }

  /** Places an order that is not paid and cancelled at once, so it must never reach the ERP. */
  synchronized void placeAndCancel(Cart cart) {
    cart.request().put("paymentMethod", "payment_prepayment");
    Placed order = placed(cart);
    systems.cancel(order.id());
    cancelled.add(order);
    story.tell("shop       order " + order.number() + ": cancelled before it was paid");
  }

  private Placed placed(Cart cart) {
    JsonNode answer = systems.place(cart.request());
    return new Placed(
        answer.path("id").asString(),
        answer.path("orderNumber").asString(),
        new BigDecimal(answer.path("gross").asString()),
        cart.units(),
        System.nanoTime());
  }

  void pay(Placed order) {
    systems.pay(order.id());
    story.tell("shop       order " + order.number() + ": paid");
  }

  synchronized void move(String sku, BigDecimal quantity) {
    systems.moveStock(sku, quantity);
    moves.merge(sku, 1, Integer::sum);
    oversold.moved(sku);
    story.moved(sku, quantity);
  }

  synchronized Map<String, Placed> live() {
    return Map.copyOf(live);
  }

  synchronized List<Placed> cancelled() {
    return List.copyOf(cancelled);
  }

  /** How many stock movements, by SKU. */
  synchronized Map<String, Integer> moves() {
    return Map.copyOf(moves);
  }

  /** Looks at the shop's stock beside what may still be sold; nobody acts meanwhile. */
  synchronized List<Shelf> shelves() {
    Map<String, BigDecimal> shown = systems.stockInShop();
    Map<String, BigDecimal> onHand = systems.stockInErp();
    Map<String, Integer> ordered = new HashMap<>();
    live.values().forEach(o -> o.units().forEach((sku, n) -> ordered.merge(sku, n, Integer::sum)));
    List<Shelf> shelves = new ArrayList<>();
    onHand.forEach(
        (sku, quantity) ->
            shelves.add(
                new Shelf(
                    sku,
                    shown.getOrDefault(sku, BigDecimal.ZERO),
                    quantity.subtract(BigDecimal.valueOf(ordered.getOrDefault(sku, 0))))));
    return shelves;
  }
}
