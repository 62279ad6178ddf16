package dev.kontor.engine.budget;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Divides slots among nodes: nobody gets more than it wants while another has less. */
final class FairShare {

  private FairShare() {}

  /**
   * @param wants slots by node; nodes that want none may be left out
   * @param turn whose turn it is to get what does not divide evenly; counts up with time
   * @return slots by node, at most {@code slots} in all
   */
  static Map<String, Integer> of(int slots, Map<String, Integer> wants, long turn) {
    List<String> nodes = inTurn(wants, turn);
    Map<String, Integer> shares = new HashMap<>();
    int left = slots;
    boolean given = true;
    while (left > 0 && given) {
      given = false;
      for (String node : nodes) {
        if (left > 0 && shares.getOrDefault(node, 0) < wants.getOrDefault(node, 0)) {
          shares.merge(node, 1, Integer::sum);
          left--;
          given = true;
        }
      }
    }
    return shares;
  }

  private static List<String> inTurn(Map<String, Integer> wants, long turn) {
    List<String> nodes = new java.util.ArrayList<>(new TreeMap<>(wants).keySet());
    nodes.removeIf(node -> wants.getOrDefault(node, 0) <= 0);
    if (!nodes.isEmpty()) {
      Collections.rotate(nodes, -Math.floorMod(turn, nodes.size()));
    }
    return nodes;
  }
}
