package dev.kontor.engine.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages somebody looks for; all that is stated must hold.
 *
 * @param number of the document at its source or target, of what was posted for it, a SKU, or an id
 *     at the source
 * @param states any of them; none for all
 * @param from first moment of their arrival
 * @param to moment from which on they are not meant any more
 * @param fault class of the fault
 * @param text part of the reason, in any case of letters
 * @param email of the buyer
 */
public record Filter(
    @Nullable String number,
    Set<String> states,
    @Nullable String flow,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String fault,
    @Nullable String text,
    @Nullable String email) {

  /** Whatever there is. */
  public static final Filter ALL = new Filter(null, Set.of(), null, null, null, null, null, null);

  /** States a message can be in, as the ledger keeps them. */
  public static final List<String> STATES =
      List.of("ready", "waiting", "retrying", "done", "skipped", "dead", "discarded");

  private static final Set<String> OPEN = Set.of("ready", "waiting", "retrying", "dead");

  public Filter {
    states = Set.copyOf(states);
  }

  /** Whether only messages that are not finished can meet it. */
  boolean isOfOpen() {
    return fault != null || (!states.isEmpty() && OPEN.containsAll(states));
  }

  /** Whether it names documents. */
  boolean isOfDocuments() {
    return number != null || email != null;
  }
}
