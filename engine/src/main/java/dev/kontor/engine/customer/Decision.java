package dev.kontor.engine.customer;

/**
 * What is done about one attribute.
 *
 * @param changedHere whether people changed it in the flow's source since both agreed
 * @param changedThere the same of its target
 */
record Decision(Verdict verdict, boolean changedHere, boolean changedThere) {

  /** Whether people changed it on both sides, to different values. */
  boolean conflict() {
    return changedHere && changedThere;
  }
}
