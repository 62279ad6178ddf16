package dev.kontor.proof.simulation;

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
    switch (world.fate().next(place, false)) {
      case DIE -> die(place);
      case STOP -> {
        stoppedUntil = world.now().plus(world.dice().upTo(World.LONGEST_STOP));
        world.trace().add(name + " stopped " + place + " until " + stoppedUntil);
        Tasks.pause();
      }
      case WAIT -> Tasks.pause();
      case GO -> {
        // Straight on.
      }
    }
  }

  /** A moment inside a transaction, where it may only die: a wait would hold locks. */
  void lockedMoment(String place) {
    if (Tasks.inTask() && world.fate().next(place, true) == Fate.Moment.DIE) {
      die(place);
    }
  }

  private void die(String place) {
    world.trace().add(name + " killed " + place);
    alive = false;
    throw new Killed();
  }
}
