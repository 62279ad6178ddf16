package dev.kontor.engine.reconcile;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.state.SeenState;
import dev.kontor.spi.Standing;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says whether a target has what its source says, and if not, where it went apart; pure. */
final class StateJudgement {

  /** Most fields that are named of one document. */
  private static final int MOST_FIELDS = 3;

  private final String target;
  private final boolean creates;
  private final boolean filled;

  /**
   * @param target the connection's name, as people know it
   * @param creates whether the flow makes what the target lacks, as articles; a price of an article
   *     that the target lacks is nobody's business
   * @param filled whether another flow makes them: what this one told of one that is gone then
   *     waits for its return
   */
  StateJudgement(String target, boolean creates, boolean filled) {
    this.target = target;
    this.creates = creates;
    this.filled = filled;
  }

  /** Whether the target has it, had it, or is to have it. */
  boolean concerns(SeenState seen) {
    return creates || seen.isGiven() || !(seen.there() instanceof Standing.Absent);
  }

  /** Empty if they agree, or a person decided that the target does not get it. */
  Optional<Difference> judge(SeenState seen, InLedger ledger) {
    if (seen.refusal() != null) {
      return Optional.of(
          difference(
              seen, Cause.NOT_SENT, Objects.requireNonNull(seen.refusal()).message(), false));
    }
    return switch (seen.there()) {
      case null -> seen.isConfirmed() ? Optional.empty() : unconfirmed(seen, ledger, "");
      case Standing.Same _ -> Optional.empty();
      case Standing.Incomparable(var fault) ->
          Optional.of(difference(seen, Cause.NOT_SENT, fault.message(), false));
      case Standing.Absent _ -> absent(seen, ledger);
      case Standing.Other other -> other(seen, ledger, other);
    };
  }

  /** What the target was given and the source has no more. */
  Difference gone(Crossref given, String source) {
    return new Difference(
        Cause.GONE_HERE,
        given.sourceId(),
        Objects.requireNonNullElse(given.number(), given.sourceId()),
        source + " does not have it any more, and " + target + " was not told",
        true);
  }

  private Optional<Difference> absent(SeenState seen, InLedger ledger) {
    if (!concerns(seen) && ledger.lane() != InLane.DEAD) {
      return Optional.empty();
    }
    String what = target + " does not have it";
    if (seen.isGiven() && ledger.lane() != InLane.DEAD) {
      return Optional.of(
          difference(seen, Cause.NOT_APPLIED, what + " any more", creates || filled));
    }
    return unconfirmed(seen, ledger, what);
  }

  private Optional<Difference> other(SeenState seen, InLedger ledger, Standing.Other other) {
    String what = words(other);
    return seen.isConfirmed() && ledger.lane() != InLane.DEAD
        ? Optional.of(difference(seen, Cause.CHANGED_THERE, what, true))
        : unconfirmed(seen, ledger, what);
  }

  private Optional<Difference> unconfirmed(SeenState seen, InLedger ledger, String what) {
    String said = what.isEmpty() ? target + " confirmed another version" : what;
    if (ledger.lane() == InLane.DEAD) {
      return Optional.of(
          difference(
              seen, Cause.NOT_SENT, said + "; a dead letter, ./kontor list says why", false));
    }
    if (ledger.isDiscarded()) {
      return Optional.empty();
    }
    boolean received = seen.version().equals(ledger.version());
    if (!received) {
      return Optional.of(difference(seen, Cause.NEVER_RECEIVED, said, true));
    }
    Cause cause = seen.isGiven() ? Cause.OTHER_RULE : Cause.NOT_SENT;
    return Optional.of(difference(seen, cause, said, true));
  }

  private String words(Standing.Other other) {
    String fields =
        other.fields().stream()
            .limit(MOST_FIELDS)
            .map(
                field ->
                    field.name() + " " + shown(field.there()) + ", not " + shown(field.wanted()))
            .collect(Collectors.joining("; "));
    int more = other.fields().size() - MOST_FIELDS;
    return "in " + target + " " + fields + (more > 0 ? "; and " + more + " more" : "");
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private static Difference difference(
      SeenState seen, Cause cause, String what, boolean repairable) {
    return new Difference(cause, seen.sourceId(), seen.number(), what, repairable);
  }
}
