package dev.kontor.engine.vault;

/** What a payload is, and with that whose key seals it. */
public enum PayloadClass {
  /** Bytes as they came through a door; sealed under the day's key. */
  DOOR,
  /** A captured source document. */
  DOCUMENT,
  /** What was, or is to be, written to a target. */
  EFFECT,
  /** What a target answered. */
  ANSWER,
  /** What a person set up in the console. */
  SETTING
}
