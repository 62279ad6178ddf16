package dev.kontor.connector.financeoperations.entry;

import dev.kontor.spi.Fault;

/** What faults say about the call they answer. */
public final class Refusals {

  private Refusals() {}

  /** Whether the same call would be answered alike, until a person changes something. */
  public static boolean isForGood(Fault fault) {
    return switch (fault) {
      case Fault.Invalid _,
          Fault.Unsupported _,
          Fault.Ambiguous _,
          Fault.Missing _,
          Fault.Forbidden _,
          Fault.Misconfigured _ ->
          true;
      case Fault.SignInRefused _,
          Fault.Conflict _,
          Fault.Throttled _,
          Fault.Unavailable _,
          Fault.OutcomeUnknown _ ->
          false;
    };
  }
}
