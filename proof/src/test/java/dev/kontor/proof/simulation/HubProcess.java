package dev.kontor.proof.simulation;

import java.time.Duration;
import java.time.Instant;

/** One hub process as the operating system sees it: running, stopped, dead. */
final class HubProcess {

  private final String name;
  private final World world;
  private boolean alive = true;
  private Instant stoppedUntil = Instant.MIN;

  HubProcess(String name, World world) {
    this.name = name;
    this.world = world;
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return alive;
  }

  /** As after SIGSTOP, until that time. */
  boolean isStopped() {
    return alive && world.now().isBefore(stoppedUntil);
  }

  void stopUntil(Instant time) {
    stoppedUntil = time;
  }

  void die() {
    alive = false;
  }

  void mustLive() {
    if (!alive) {
      throw new Killed();
    }
  }

  /**
   * A moment between two steps: the process may die here, be stopped, or others may go first.
   *
   * @param place for the trace
   */
  void moment(String place) {
    if (!Tasks.inTask()) {
      return;
    }
    mustLive();
    switch (world.fate().next(name, place, false)) {
      case Fate.Event.Die d -> die(place);
      case Fate.Event.Stop(var time) -> {
        stoppedUntil = world.now().plus(time);
        world.tally().count(Happening.STOPPED);
        if (time.compareTo(World.LEASE) > 0) {
          world.tally().count(Happening.STOPPED_BEYOND_LEASE);
        }
        world.trace().add(name + " stopped " + place + " until " + stoppedUntil);
        Tasks.pause();
      }
      case Fate.Event.Hold(var time) -> hold(place, time);
      case Fate.Event.Wait w -> Tasks.pause();
      case Fate.Event.Go g -> {
        // Straight on.
      }
    }
  }

  /** The process lives on and keeps its lease, only this activity gets no turn. */
  void hold(String place, Duration time) {
    Instant until = world.now().plus(time);
    world.trace().add(name + " held " + place + " until " + until);
    Tasks.pauseUntil(() -> !world.now().isBefore(until));
  }

  /** A moment inside a transaction, where it may only die: a wait would hold locks. */
  void lockedMoment(String place) {
    if (Tasks.inTask() && world.fate().next(name, place, true) instanceof Fate.Event.Die) {
      die(place);
    }
  }

  private void die(String place) {
    world.tally().count(Happening.KILLED);
    world.trace().add(name + " killed " + place);
    alive = false;
    throw new Killed();
  }
}
