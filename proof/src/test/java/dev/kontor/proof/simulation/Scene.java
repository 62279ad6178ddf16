package dev.kontor.proof.simulation;

import dev.kontor.proof.simulation.Fate.Event;
import dev.kontor.proof.simulation.Script.Step;
import dev.kontor.proof.simulation.Weather.Writing;
import java.time.Duration;
import java.util.List;

/**
 * One order on its way into the ERP, and the one dangerous thing that a protection is for.
 *
 * @param firstCall what becomes of the first call that creates the order
 * @param edited when the buyer changes the order, as long after the beginning
 */
record Scene(String name, List<Step> script, Writing firstCall, Duration edited) {

  private static final Duration NEVER = Duration.ZERO;
  private static final Duration BEYOND_LEASE = World.LEASE.multipliedBy(2);

  /** The order is there, but nobody was told. */
  static final Scene ANSWER_LOST = new Scene("answer lost", List.of(), Writing.ANSWER_LOST, NEVER);

  /** The order appears when it is almost certain that it will not. */
  static final Scene LAST_MOMENT =
      new Scene("effect at the last moment", List.of(), Writing.LATEST, NEVER);

  /** The process keeps its lease, but its call waits so long that its intent is nearly past. */
  static final Scene HELD_CALL =
      new Scene(
          "call held up, effect at the last moment",
          List.of(new Step("hub1", "before writing order", new Event.Hold(held()))),
          Writing.LATEST,
          NEVER);

  /**
   * The process is stopped when its intent stands and its call was let through. It wakes when
   * another has its lane, its slot, and a call in flight.
   */
  static final Scene STOPPED_BEFORE_CALL =
      new Scene(
          "stopped beyond the lease before the call",
          List.of(
              new Step("hub1", "before writing order", new Event.Stop(BEYOND_LEASE)),
              new Step("hub2", "after reading find order", new Event.Hold(BEYOND_LEASE))),
          Writing.FINE,
          NEVER);

  /**
   * The process is stopped when it knows the outcome. It wakes when another has its lane and is in
   * the midst of it, and more has come for that lane.
   */
  static final Scene STOPPED_BEFORE_STORING =
      new Scene(
          "stopped beyond the lease before the outcome is stored",
          List.of(
              new Step("hub1", "after writing order", new Event.Stop(BEYOND_LEASE)),
              new Step("hub2", "after reading find order", new Event.Hold(BEYOND_LEASE))),
          Writing.FINE,
          World.LEASE.plusSeconds(5));

  static final List<Scene> ALL =
      List.of(ANSWER_LOST, LAST_MOMENT, HELD_CALL, STOPPED_BEFORE_CALL, STOPPED_BEFORE_STORING);

  /** Shortly before the intent's effect counts as absent. */
  private static Duration held() {
    return World.LEASE.plus(World.LONGEST_CALL.multipliedBy(2)).plus(World.SETTLE).minusSeconds(10);
  }

  boolean isEdited() {
    return !edited.equals(NEVER);
  }

  @Override
  public String toString() {
    return name;
  }
}
