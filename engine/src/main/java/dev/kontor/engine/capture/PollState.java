package dev.kontor.engine.capture;

import dev.kontor.spi.Fault;

/** How polling a source stands; a person is told when it changes, not at every try. */
enum PollState {
  GOING,
  /** Until a person resumes the connection or flow. */
  PAUSED,
  /** Until the time the source named. */
  THROTTLED,
  /** The connection's breaker decides when to try again. */
  UNREACHABLE,
  /** The source refuses the question. */
  REFUSED,
  /** The hub itself failed. */
  FAILED;

  static PollState of(Fault fault) {
    return switch (fault) {
      case Fault.Misconfigured f -> PAUSED;
      case Fault.SignInRefused f -> PAUSED;
      case Fault.Forbidden f -> PAUSED;
      case Fault.Throttled f -> THROTTLED;
      case Fault.Unavailable f -> UNREACHABLE;
      case Fault.OutcomeUnknown f -> UNREACHABLE;
      case Fault.Invalid f -> REFUSED;
      case Fault.Unsupported f -> REFUSED;
      case Fault.Ambiguous f -> REFUSED;
      case Fault.Missing f -> REFUSED;
      case Fault.Conflict f -> REFUSED;
    };
  }
}
