package dev.kontor.engine.reconcile;

/** Where two systems went apart. */
public enum Cause {
  /** The source has what the hub was never told; reading it again mends it. */
  NEVER_RECEIVED("never received"),
  /** The hub has it, and it waits or a person has to decide. */
  NOT_SENT("received, not sent"),
  /** The target confirmed it and is otherwise now: deleted there, or there again. */
  NOT_APPLIED("sent, not there"),
  /** The target has something else than it was given: somebody changed it. */
  CHANGED_THERE("changed there"),
  /** The target rounds otherwise than the source, which was accepted when it was written. */
  ROUNDING("rounding"),
  /** It was sent under a rule or mapping that is another one by now. */
  OTHER_RULE("rule or mapping changed"),
  /** The target has it more than once. */
  DOUBLE("double"),
  /** The target has what came from the source, and the source has it no more. */
  GONE_HERE("gone here");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** Whether reading the source once more is what mends an order or what is told of it. */
  boolean isReadAnew() {
    return this == NEVER_RECEIVED || this == OTHER_RULE;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
