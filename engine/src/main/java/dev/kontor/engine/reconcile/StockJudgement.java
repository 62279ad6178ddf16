package dev.kontor.engine.reconcile;

import dev.kontor.engine.stock.SeenStock;
import dev.kontor.spi.Standing;
import java.util.Optional;

/** Says whether a shop shows the stock it is to show, and if not, where it went apart; pure. */
final class StockJudgement {

  /** What the shop's clock may differ from the hub's. */
  private final String shop;

  private final boolean filled;

  /**
   * @param shop the connection's name, as people know it
   * @param filled whether another flow makes the articles that the shop lacks: the stock of one
   *     that is gone then waits for its return
   */
  StockJudgement(String shop, boolean filled) {
    this.shop = shop;
    this.filled = filled;
  }

  /** Empty if they agree, or the shop never had the article. */
  Optional<Difference> judge(SeenStock seen, InLane lane) {
    return switch (seen.there()) {
      case Standing.Same _ -> Optional.empty();
      case Standing.Absent _ -> absent(seen, lane);
      case Standing.Incomparable(var fault) ->
          Optional.of(difference(seen, Cause.NOT_SENT, fault.message(), false));
      case Standing.Other other -> Optional.of(other(seen, lane, other));
    };
  }

  /** Of an article that the ERP does not know any more, though the shop was told of it. */
  Optional<Difference> gone(SeenStock seen, String erp) {
    return seen.there() instanceof Standing.Other other
        ? Optional.of(
            difference(seen, Cause.GONE_HERE, erp + " does not know it; " + shows(other), false))
        : Optional.empty();
  }

  private Optional<Difference> absent(SeenStock seen, InLane lane) {
    if (lane == InLane.DEAD) {
      return Optional.of(dead(seen, shop + " does not have the article"));
    }
    return seen.told() == null
        ? Optional.empty()
        : Optional.of(
            difference(
                seen,
                Cause.NOT_APPLIED,
                "%s was told %s and does not have the article any more"
                    .formatted(shop, seen.told().quantity().toPlainString()),
                filled));
  }

  private Difference other(SeenStock seen, InLane lane, Standing.Other other) {
    String what = seen.figure().quantity().toPlainString() + " by the rule, " + shows(other);
    if (lane == InLane.DEAD) {
      return dead(seen, what);
    }
    return difference(seen, cause(seen, other), what, true);
  }

  private static Cause cause(SeenStock seen, Standing.Other other) {
    if (seen.told() == null) {
      return Cause.NEVER_RECEIVED;
    }
    if (!seen.isTold()) {
      if (seen.isOtherBySettings()) {
        return Cause.OTHER_RULE;
      }
      return seen.isOtherInErp() ? Cause.NEVER_RECEIVED : Cause.NOT_SENT;
    }
    if (seen.doubtful()) {
      return Cause.NOT_SENT;
    }
    return seen.wasTouched(other) ? Cause.CHANGED_THERE : Cause.NOT_APPLIED;
  }

  private String shows(Standing.Other other) {
    return shop + " shows " + other.fields().getFirst().there();
  }

  private static Difference dead(SeenStock seen, String what) {
    return difference(
        seen, Cause.NOT_SENT, what + "; a dead letter, ./kontor list says why", false);
  }

  private static Difference difference(
      SeenStock seen, Cause cause, String what, boolean repairable) {
    return new Difference(cause, seen.sku(), seen.sku(), what, repairable);
  }
}
