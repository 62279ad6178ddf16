package dev.kontor.proof.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Kills at one chosen moment and otherwise lets everybody go on; keeps the names of all moments.
 */
final class Trap implements Fate {

  private final int deadly;
  private final UnaryOperator<String> describe;
  private final List<String> moments = new ArrayList<>();

  /**
   * @param deadly number of the moment from 0, or -1 to kill nobody
   * @param describe says more about a moment than its place
   */
  Trap(int deadly, UnaryOperator<String> describe) {
    this.deadly = deadly;
    this.describe = describe;
  }

  List<String> moments() {
    return moments;
  }

  @Override
  public Event next(String process, String place, boolean locked) {
    moments.add(describe.apply(place));
    return moments.size() - 1 == deadly ? DIE : GO;
  }

  @Override
  public void calm() {}
}
