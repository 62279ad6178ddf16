package dev.kontor.proof.crash;

import dev.kontor.app.demo.Cart;
import dev.kontor.app.demo.Shoppers;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Pace;
import dev.kontor.proof.merchant.Shelves;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.twin.kit.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo's shoppers, who write their address as they please, change their minds, and come back;
 * the same seed gives the same wishes.
 */
final class Buyers {

  private static final String PRODUCT = "AH-1005";

  private final TwinPair pair;
  private final Shelves shelves;
  private final Random random;
  private final Shoppers shoppers;
  private final Set<String> cancelled = new HashSet<>();
  private final Map<String, List<String>> orders = new ConcurrentHashMap<>();
  private final AtomicInteger placed = new AtomicInteger();

  Buyers(TwinPair pair, Shelves shelves, Random random) {
    this.pair = pair;
    this.shelves = shelves;
    this.random = random;
    this.shoppers = new Shoppers(ShopwareGoods.assortment(), random.nextLong());
  }

  /** Order one by one until the count is reached. */
  void order(int count, Pace pace) throws InterruptedException {
    while (placed.get() < count) {
      orderOne();
      pace.pause();
    }
  }

  /** Order one by one until the day is over. */
  void orderWhile(BooleanSupplier open, Pace pace) throws InterruptedException {
    while (open.getAsBoolean()) {
      orderOne();
      pace.pause();
    }
  }

  private void orderOne() {
    Cart cart = shoppers.next();
    ObjectNode wish = ShopwareGoods.wish(cart);
    ObjectNode customer = (ObjectNode) wish.path("customer");
    String email = customer.path("email").asString();
    if (random.nextBoolean()) {
      customer.put("email", email.toUpperCase(Locale.ROOT));
    }
    String reference = Truth.reference(pair.place(wish));
    shelves.sold(cart.units());
    orders.computeIfAbsent(email, e -> new ArrayList<>()).add(reference);
    placed.incrementAndGet();
  }

  /** Two orders of which the hub must only see the end: one is cancelled, one is edited. */
  void changeTheirMindsUnseen(int round) {
    JsonNode regretted = pair.place(Order.of("reue" + round + "@kunde.example", PRODUCT, 1));
    pair.change(regretted, "cancel", null);
    cancelled.add(Truth.reference(regretted));
    JsonNode edited = pair.place(Order.of("mehr" + round + "@kunde.example", PRODUCT, 1));
    ObjectNode more = Json.object();
    more.putArray("lines").add(Order.line(PRODUCT, 3));
    pair.change(edited, "edit", more);
    shelves.sold(Map.of(PRODUCT, 3));
  }

  /** How many orders were placed that stay as they are. */
  int placed() {
    return placed.get();
  }

  /** Numbers of the orders that must be in the ERP in the end. */
  List<String> transferred() {
    return pair.truth().shopOrders().stream()
        .filter(order -> !cancelled.contains(Truth.reference(order)))
        .map(order -> order.path("orderNumber").asString())
        .toList();
  }

  /** References of the orders cancelled before any hub could see them. */
  Set<String> cancelled() {
    return cancelled;
  }

  /** References by e-mail address. */
  Map<String, List<String>> orders() {
    return orders;
  }
}
