package dev.kontor.app.command;

/** Tells when so much more has been done that people want to read of it. */
final class Milestones {

  private final int every;
  private int said;

  Milestones(int every) {
    this.every = every;
  }

  /** Whether another one has been passed, or several at once. */
  boolean passed(int done) {
    boolean passed = done / every > said;
    said = Math.max(said, done / every);
    return passed;
  }
}
