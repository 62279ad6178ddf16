package dev.kontor.twin.magento.sales;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statuses of each state as Magento is installed, and those a merchant adds. */
public final class Statuses {
  private final Map<String, Set<String>> byState = new HashMap<>();

  public Statuses() {
    List.of("pending_payment", "processing", "complete", "closed", "canceled", "holded")
        .forEach(s -> add(s, s));
    add("pending", "new");
    add("payment_review", "payment_review");
    add("fraud", "payment_review");
  }

  /** A merchant's own status of a state. */
  public void add(String status, String state) {
    byState.computeIfAbsent(state, s -> new HashSet<>()).add(status);
  }

  boolean belongs(String status, String state) {
    return byState.getOrDefault(state, Set.of()).contains(status);
  }

  /** What a state sets when the shop moves an order into it. */
  static String defaultOf(String state) {
    return state.equals("new") ? "pending" : state;
  }
}
