package dev.kontor.engine.reconcile;

import dev.kontor.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a comparison of all orders of a flow has found. */
public final class OrderReport {

  private final List<Difference> differences = new ArrayList<>();
  private final SortedMap<String, Sums> sums = new TreeMap<>();
  private int compared;

  /** What both sides have adds to the sums, also where they disagree. */
  void count(OrderFacts facts) {
    compared++;
    Order order = facts.order();
    if (facts.isThere()) {
      facts
          .grossThere()
          .ifPresent(
              there ->
                  sums.merge(order.currency(), Sums.of(order.total().gross(), there), Sums::plus));
    }
  }

  void add(Difference difference) {
    differences.add(difference);
  }

  /** Orders of the source that were looked at. */
  public int compared() {
    return compared;
  }

  /** Those found in the source first, in its order. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** Orders that both sides have, by ISO 4217 code of their currency. */
  public Map<String, Sums> sums() {
    return Map.copyOf(sums);
  }
}
