package dev.kontor.proof.day;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An order of the day and what is still to become of it. */
final class Placed {

  private final JsonNode order;
  private final JsonNode wish;
  private final String fate;
  private final Deque<Step> left;

  Placed(JsonNode order, JsonNode wish, Fate fate) {
    this.order = order;
    this.wish = wish;
    this.fate = fate.name();
    this.left = new ArrayDeque<>(fate.steps());
  }

  JsonNode order() {
    return order;
  }

  String number() {
    return Books.number(order);
  }

  /** What becomes of it, in words. */
  String fate() {
    return fate;
  }

  String gross() {
    return order.path("gross").asString();
  }

  /** Article number of its first line. */
  String first() {
    return wish.at("/lines/0/productNumber").asString();
  }

  Map<String, Integer> units() {
    Map<String, Integer> units = new HashMap<>();
    wish.path("lines")
        .forEach(
            l ->
                units.merge(
                    l.path("productNumber").asString(), l.path("quantity").asInt(), Integer::sum));
    return units;
  }

  boolean isDone() {
    return left.isEmpty();
  }

  /** Takes all steps that can be taken by now. */
  void go(Desks desks) {
    while (!left.isEmpty() && left.getFirst().take(desks, this)) {
      left.removeFirst();
    }
  }
}
