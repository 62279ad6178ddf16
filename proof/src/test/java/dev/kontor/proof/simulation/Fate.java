package dev.kontor.proof.simulation;

/** What befalls processes between their steps. */
interface Fate {

  /** What befalls one. */
  enum Moment {
    GO,
    WAIT,
    STOP,
    DIE
  }

  /**
   * @param place where in its work the process is
   * @param locked whether it is inside a transaction, where it may only go on or die
   */
  Moment next(String place, boolean locked);

  /** From now on nothing befalls anybody. */
  void calm();
}
