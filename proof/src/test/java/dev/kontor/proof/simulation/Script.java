package dev.kontor.proof.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Befalls as written down, each step once, and otherwise lets everybody go on. */
final class Script implements Fate {

  /** What befalls the process when it first comes to that place. */
  record Step(String process, String place, Event event) {}

  private final List<Step> left;

  Script(List<Step> steps) {
    this.left = new ArrayList<>(steps);
  }

  /** Whether all of it has happened. */
  boolean isOver() {
    return left.isEmpty();
  }

  @Override
  public Event next(String process, String place, boolean locked) {
    Optional<Step> now =
        left.stream()
            .filter(s -> !locked && s.process().equals(process) && s.place().equals(place))
            .findFirst();
    now.ifPresent(left::remove);
    return now.map(Step::event).orElse(GO);
  }

  @Override
  public void calm() {}
}
