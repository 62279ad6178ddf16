package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people did so far. Acting and looking exclude each other, so that a look never falls between
 * a deed and its note.
 */
final class World {

  private final DemoShop shop;
  private final DemoErp erp;
  private final Story story;
  private final Map<String, Placed> live = new HashMap<>();
  private final List<Placed> cancelled = new ArrayList<>();
  private final Map<String, Integer> moves = new HashMap<>();
  private final Oversold oversold;

  World(Systems systems, Story story, Oversold oversold) {
    this.shop = systems.shop();
    this.erp = systems.erp();
    this.story = story;
    this.oversold = oversold;
  }

  DemoShop shop() {
    return shop;
  }

  DemoErp erp() {
    return erp;
  }

  /** Places an order that is meant to stay. */
  synchronized Placed place(Cart cart) {
    Placed order = shop.place(cart);
    live.put(order.number(), order);
    order.units().forEach(oversold::sold);
    String who = cart.buyer().who();
    story.placed(order, cart.prepaid() ? who + ", pays in advance" : who);
    return order;
  }

  /** Places an order that is not paid and cancelled at once, so it must never reach the ERP. */
  synchronized void placeAndCancel(Cart cart) {
    Placed order = shop.place(cart.inAdvance());
    shop.cancel(order);
    cancelled.add(order);
    story.tell("shop       order " + order.number() + ": cancelled before it was paid");
  }

  void pay(Placed order) {
    shop.pay(order);
    story.tell("shop       order " + order.number() + ": paid");
  }

  synchronized void move(String sku, BigDecimal quantity) {
    erp.move(sku, quantity);
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

  /** The article of which fewest may still be sold, if these are fewer than so many. */
  Optional<String> runningOut(BigDecimal low) {
    Set<String> sold =
        shop.assortment().articles().stream()
            .filter(article -> !article.scarce())
            .map(Assortment.Article::sku)
            .collect(Collectors.toSet());
    return shelves().stream()
        .filter(shelf -> sold.contains(shelf.sku()) && shelf.sellable().compareTo(low) < 0)
        .min(Comparator.comparing(Shelf::sellable))
        .map(Shelf::sku);
  }

  /** Looks at the shop's stock beside what may still be sold; nobody acts meanwhile. */
  synchronized List<Shelf> shelves() {
    Map<String, BigDecimal> shown = shop.stock();
    Map<String, BigDecimal> onHand = erp.stock();
    Map<String, Integer> ordered = new HashMap<>();
    live.values().forEach(o -> o.units().forEach((sku, n) -> ordered.merge(sku, n, Integer::sum)));
    return shop.assortment().articles().stream()
        .map(Assortment.Article::sku)
        .map(
            sku ->
                new Shelf(
                    sku,
                    shown.getOrDefault(sku, BigDecimal.ZERO),
                    onHand
                        .getOrDefault(sku, BigDecimal.ZERO)
                        .subtract(BigDecimal.valueOf(ordered.getOrDefault(sku, 0)))))
        .toList();
  }
}
