package dev.kontor.connector.financeoperations.quote;

import dev.kontor.model.Quote.State;
import java.util.Set;

/**
 * How far a quotation is, by its status (AX 2012 reference, enum {@code SalesQuotationStatus}; the
 * metadata at hand does not list its symbols).
 */
final class QuoteStates {

  private static final Set<String> UNTOUCHED = Set.of("", "Created", "Reset");

  private QuoteStates() {}

  /**
   * A status nobody knows waits like a new one.
   *
   * @param expired whether the day until which it holds is over
   */
  static State of(String status, boolean expired) {
    return switch (status) {
      case "Confirmed" -> State.ORDERED;
      case "Lost", "Cancelled" -> State.DECLINED;
      default -> expired ? State.EXPIRED : status.equals("Sent") ? State.OFFERED : State.REQUESTED;
    };
  }

  /** Whether the shop is told: it knows what it asked for, and makes orders itself. */
  static boolean isAnswer(State state) {
    return switch (state) {
      case OFFERED, DECLINED, EXPIRED -> true;
      case REQUESTED, ORDERED -> false;
    };
  }

  /** Whether nobody has begun to answer. */
  static boolean isUntouched(String status) {
    return UNTOUCHED.contains(status);
  }
}
