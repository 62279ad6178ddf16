package dev.kontor.twin.kit;

/** What the dials do to one call. */
enum Disturbance {
  NONE,
  THROTTLE,
  SERVER_ERROR,
  RESET,
  DROP_ANSWER,
  LATE_COMMIT
}
