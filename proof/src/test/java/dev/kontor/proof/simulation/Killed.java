package dev.kontor.proof.simulation;

/** The process is gone; no handler of the hub catches it. */
final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
