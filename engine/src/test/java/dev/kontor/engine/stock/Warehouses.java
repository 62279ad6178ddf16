package dev.kontor.engine.stock;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Books of one article kept document by document, and what an ERP tells of them. */
final class Warehouses {

  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  static final List<String> PLACES = List.of("EAST", "MAIN", "SHOP", "TRANSIT");

  private static final String TRANSIT = "TRANSIT";

  /** A line of an order, or what else reserves pieces. */
  record Claim(String place, int pieces, boolean isOrder) {}

  record Purchase(String place, int pieces, @Nullable LocalDate day) {}

  record Way(String from, String to, int waiting, int moving, @Nullable LocalDate day) {}

  final Map<String, Integer> onHand = new HashMap<>();
  final List<Claim> claims = new ArrayList<>();
  final List<Purchase> purchases = new ArrayList<>();
  final List<Way> ways = new ArrayList<>();

  static Warehouses random(Random random) {
    Warehouses books = new Warehouses();
    PLACES.forEach(place -> books.onHand.put(place, random.nextInt(20)));
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean isOrder = random.nextBoolean();
      String place = isOrder && random.nextInt(4) == 0 ? "" : place(random);
      books.claims.add(new Claim(place, 1 + random.nextInt(4), isOrder));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      books.purchases.add(new Purchase(place(random), 1 + random.nextInt(9), day(random)));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String from = place(random);
      String to = place(random);
      if (!from.equals(to)) {
        int moving = Math.min(random.nextInt(4), books.onHand.getOrDefault(TRANSIT, 0));
        books.ways.add(new Way(from, to, random.nextInt(4), moving, day(random)));
      }
    }
    return books;
  }

  static String place(Random random) {
    return PLACES.get(random.nextInt(3));
  }

  private static @Nullable LocalDate day(Random random) {
    return random.nextInt(5) == 0 ? null : TODAY.plusDays(random.nextInt(12) - 2);
  }

  /** As the ERP tells them, summed by place. */
  Stock stock() {
    Map<String, Integer> demand = new TreeMap<>();
    Map<String, Integer> others = new TreeMap<>();
    claims.forEach(c -> (c.isOrder() ? demand : others).merge(c.place(), c.pieces(), Integer::sum));
    List<String> all = new ArrayList<>(PLACES);
    all.add("");
    List<Stock.AtLocation> places =
        all.stream()
            .map(
                place ->
                    new Stock.AtLocation(
                        place, of(onHand, place), of(demand, place), of(others, place)))
            .toList();
    return new Stock(
        "A1",
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        places,
        purchases.stream()
            .map(p -> new Stock.Receipt(p.place(), BigDecimal.valueOf(p.pieces()), p.day()))
            .toList(),
        ways.stream()
            .map(
                w ->
                    new Stock.Transfer(
                        w.from(),
                        TRANSIT,
                        w.to(),
                        BigDecimal.valueOf(w.waiting()),
                        BigDecimal.valueOf(w.moving()),
                        w.day()))
            .toList(),
        Instant.EPOCH,
        TODAY);
  }

  private static BigDecimal of(Map<String, Integer> sums, String place) {
    return BigDecimal.valueOf(sums.getOrDefault(place, 0));
  }

  /** Piece by piece: what lies where it counts and nobody else gets, and what will come in time. */
  int sellable(StockRule rule) {
    int pieces = -rule.safety().intValueExact();
    for (String place : PLACES) {
      pieces += counts(rule, place) ? onHand.getOrDefault(place, 0) : 0;
    }
    for (Claim claim : claims) {
      boolean anywhere = claim.isOrder() && claim.place().isEmpty();
      pieces -= anywhere || counts(rule, claim.place()) ? claim.pieces() : 0;
    }
    for (Purchase purchase : purchases) {
      pieces += arrives(rule, "elsewhere", purchase.place(), purchase.day()) * purchase.pieces();
    }
    for (Way way : ways) {
      pieces += change(rule, way.from(), way) * way.waiting();
      pieces += change(rule, TRANSIT, way) * way.moving();
    }
    return pieces;
  }

  private static int change(StockRule rule, String lies, Way way) {
    return counts(rule, lies) && !counts(rule, way.to())
        ? -1
        : arrives(rule, lies, way.to(), way.day());
  }

  private static int arrives(StockRule rule, String lies, String to, @Nullable LocalDate day) {
    boolean comes =
        rule.countReceipts()
            && counts(rule, to)
            && (lies.equals("elsewhere") || !counts(rule, lies));
    boolean inTime =
        day != null
            && !day.isBefore(TODAY)
            && ChronoUnit.DAYS.between(TODAY, day) <= rule.receiptsWithinDays();
    return comes && inTime ? 1 : 0;
  }

  private static boolean counts(StockRule rule, String place) {
    return rule.locations().isEmpty() || rule.locations().contains(place);
  }
}
