package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The count at the end, taken from both systems' own truth and not from the hub's books.
 *
 * @param remarks what else is wrong, in words; empty if nothing
 */
record Verdict(
    int placed,
    int inErp,
    int missing,
    int duplicated,
    int wrongAmount,
    int stockChanges,
    int applied,
    List<String> remarks) {

  Verdict {
    remarks = List.copyOf(remarks);
  }

  static Verdict of(World world, String prefix) {
    Map<String, List<DemoErp.Booked>> booked = new HashMap<>();
    for (DemoErp.Booked order : world.erp().orders()) {
      booked.computeIfAbsent(order.reference(), key -> new ArrayList<>()).add(order);
    }
    Map<String, BigDecimal> shop = world.shop().orders();
    Set<String> placed = world.live().keySet();
    int inErp = 0;
    int duplicated = 0;
    int wrong = 0;
    for (String number : placed) {
      List<DemoErp.Booked> found = booked.getOrDefault(prefix + number, List.of());
      BigDecimal gross = Objects.requireNonNull(shop.get(number), number);
      inErp += found.isEmpty() ? 0 : 1;
      duplicated += found.size() > 1 ? 1 : 0;
      wrong += found.stream().anyMatch(b -> b.gross().compareTo(gross) != 0) ? 1 : 0;
    }
    int changes = world.moves().values().stream().mapToInt(Integer::intValue).sum();
    return new Verdict(
        placed.size(),
        inErp,
        placed.size() - inErp,
        duplicated,
        wrong,
        changes,
        applied(world),
        remarks(world, prefix, booked.keySet()));
  }

  /** A movement counts as applied if the shop shows what the ERP has less what is ordered. */
  private static int applied(World world) {
    Set<String> right =
        world.shelves().stream().filter(Shelf::right).map(Shelf::sku).collect(Collectors.toSet());
    return world.moves().entrySet().stream()
        .filter(e -> right.contains(e.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static List<String> remarks(World world, String prefix, Set<String> booked) {
    List<String> remarks = new ArrayList<>();
    for (Placed order : world.cancelled()) {
      if (booked.contains(prefix + order.number())) {
        remarks.add(
            "order " + order.number() + " was cancelled before transfer, but is in the ERP");
      }
    }
    Map<String, Long> debtors =
        world.erp().customers().stream()
            .collect(Collectors.groupingBy(email -> email, Collectors.counting()));
    long twice = debtors.values().stream().filter(n -> n > 1).count();
    if (twice > 0) {
      remarks.add(twice + " buyers are in the ERP more than once");
    }
    world.shelves().stream()
        .filter(shelf -> !shelf.right())
        .map(
            shelf ->
                "the shop shows %s of %s instead of %s"
                    .formatted(shelf.shown(), shelf.sku(), shelf.sellable()))
        .forEach(remarks::add);
    return remarks;
  }

  boolean good() {
    return missing == 0
        && duplicated == 0
        && wrongAmount == 0
        && inErp == placed
        && applied == stockChanges
        && remarks.isEmpty();
  }

  /** The last line of the demo. */
  String line() {
    return "orders placed=%d in-erp=%d missing=%d duplicated=%d wrong-amount=%d stock-changes=%d applied=%d"
        .formatted(placed, inErp, missing, duplicated, wrongAmount, stockChanges, applied);
  }
}
