package dev.kontor.proof.simulation;

import java.time.Duration;

/** What befalls processes between their steps. */
interface Fate {

  /** What befalls one. */
  sealed interface Event {

    /** Nothing. */
    record Go() implements Event {}

    /** Others may go first. */
    record Wait() implements Event {}

    /** This activity gets no turn for so long; the process lives on. */
    record Hold(Duration time) implements Event {}

    /** The whole process stands still for so long, as after SIGSTOP. */
    record Stop(Duration time) implements Event {}

    /** The process is gone. */
    record Die() implements Event {}
  }

  Event GO = new Event.Go();
  Event WAIT = new Event.Wait();
  Event DIE = new Event.Die();

  /**
   * @param place where in its work the process is
   * @param locked whether it is inside a transaction, where it may only go on or die
   */
  Event next(String process, String place, boolean locked);

  /** From now on nothing befalls anybody. */
  void calm();
}
