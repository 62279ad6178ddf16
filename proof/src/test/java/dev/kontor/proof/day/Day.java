package dev.kontor.proof.day;

import dev.kontor.app.demo.Oversold;
import dev.kontor.app.demo.Shelf;
import dev.kontor.proof.merchant.Disturbance;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Pace;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** One day of buying, packing, counting and correcting. */
final class Day {

  /** Of the first line; a part of it can leave, and be given back. */
  private static final int PIECES = 3;

  private static final int WAVES = 5;
  private static final int QUIET_WAVE = 3;
  private static final int OUTAGE_WAVE = 2;

  private final Merchant merchant;
  private final Range range;
  private final Visitors visitors;
  private final Random random;
  private final Duration longest;
  private final Oversold oversold = new Oversold((sku, stock, after) -> {});
  private final Desks desks;
  private final List<Placed> orders = new ArrayList<>();
  private Duration outage = Duration.ZERO;
  private int moves;

  /**
   * @param longest from one order to the next
   */
  Day(Merchant merchant, Range range, int customers, long seed, Duration longest) {
    this.merchant = merchant;
    this.range = range;
    this.visitors = new Visitors(range, customers, seed);
    this.random = new Random(seed);
    this.longest = longest;
    this.desks = new Desks(merchant, oversold);
  }

  /** Places orders in waves, each in other weather; in one of them the ERP is not there at all. */
  void trade(int count) throws InterruptedException {
    Pace pace = new Pace(random, longest);
    List<Fate> fates = Fate.ORDINARY;
    for (int i = 0; i < count; i++) {
      if (i % (count / WAVES) == 0) {
        weather(i / (count / WAVES));
      }
      place(fates.get(i % fates.size()));
      if (i % 2 == 0) {
        move();
      }
      if (i % 5 == 0) {
        news(i);
      }
      look();
      pace.pause();
    }
    calm();
  }

  /** What the hub must leave to people, a few times each. */
  void trouble(int each) {
    for (Fate fate : Fate.FOR_PEOPLE) {
      for (int i = 0; i < each; i++) {
        place(fate);
      }
    }
  }

  private void weather(int wave) throws InterruptedException {
    calm();
    if (wave == OUTAGE_WAVE) {
      merchant.erp().dials().set("down", true);
      outage = Duration.ofNanos(-System.nanoTime());
    } else if (wave < QUIET_WAVE) {
      Disturbance.ofErp(merchant.erp().dials(), wave);
      Disturbance.ofShop(merchant.shop().dials(), wave);
    }
  }

  private void calm() throws InterruptedException {
    if (outage.isNegative()) {
      outage = outage.plusNanos(System.nanoTime());
    }
    merchant.erp().dials().reset();
    merchant.shop().dials().reset();
    merchant.erp().server().settle();
  }

  private void place(Fate fate) {
    ObjectNode wish = visitors.next(PIECES);
    Placed placed = new Placed(merchant.place(wish), wish, fate);
    placed.units().forEach(oversold::sold);
    orders.add(placed);
  }

  private void move() {
    List<Ware> popular = visitors.popular();
    String sku = popular.get(random.nextInt(popular.size())).sku();
    int pieces = 1 + random.nextInt(15);
    merchant
        .erp()
        .moveStock(sku, "MAIN", BigDecimal.valueOf(random.nextInt(3) == 0 ? pieces : -pieces));
    oversold.moved(sku);
    moves++;
  }

  /** A card is changed in the ERP: name or price. */
  private void news(int i) {
    Ware ware = range.wares().get(random.nextInt(range.wares().size()));
    ObjectNode setup = Json.object();
    ObjectNode item = setup.putArray("items").addObject().put("number", ware.item());
    if (i % 2 == 0) {
      item.put("displayName", "Krug, neu seit " + i);
    } else {
      item.put("unitPrice", BigDecimal.valueOf(500 + random.nextInt(9_000), 2));
    }
    merchant.erp().setup(setup);
  }

  private void look() {
    desks.look();
    orders.forEach(placed -> placed.go(desks));
    oversold.look(shelves());
  }

  private List<Shelf> shelves() {
    Books books = Books.of(merchant);
    Map<String, BigDecimal> free = Shelving.free(books);
    Map<String, Integer> shown = books.shown();
    return visitors.popular().stream()
        .map(
            ware ->
                new Shelf(
                    ware.sku(),
                    BigDecimal.valueOf(shown.getOrDefault(ware.sku(), 0)),
                    free.getOrDefault(ware.sku(), BigDecimal.ZERO)))
        .toList();
  }

  /** What people have not done yet, and articles of which the shop shows a wrong figure. */
  List<String> left() {
    look();
    return Stream.concat(
            orders.stream()
                .filter(placed -> !placed.isDone())
                .map(placed -> "order " + placed.number() + " (" + placed.fate() + ")"),
            shelves().stream().filter(shelf -> !shelf.right()).map(Shelf::toString))
        .toList();
  }

  /**
   * In the evening every open order is released: of one that is not, Business Central shows another
   * split into net and VAT than it will post (totals.md rule 8).
   */
  void release() {
    merchant
        .erp()
        .truth("openOrders")
        .path("openOrders")
        .forEach(
            order ->
                merchant.erp().order(order.path("number").asString(), "release", Json.object()));
  }

  /** What became of each order, by its number. */
  Map<String, String> fates() {
    return orders.stream().collect(Collectors.toMap(Placed::number, Placed::fate));
  }

  Oversold.Bound measured() {
    return oversold.bound();
  }

  Duration outage() {
    return outage;
  }

  void tell() {
    Oversold.Bound bound = measured();
    Figures.print(
        ("DayInTheLifeTest: %d orders, %d stock changes, %s of outage; bound of overselling,"
                + " measured: at most %d pieces of one article were sold between a stock change and"
                + " the shop's corrected figure (%d in all; longest %d ms)")
            .formatted(
                orders.size(),
                moves,
                outage,
                bound.most(),
                bound.total(),
                bound.longest().toMillis()));
  }
}
