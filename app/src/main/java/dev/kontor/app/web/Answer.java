package dev.kontor.app.web;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Decisions;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** What came of a decision, alike at all addresses. */
sealed interface Answer {

  /** A message that a decision did not change. */
  record Untouched(long message, String why) {}

  /** What a decision did. */
  record Decided(int changed, List<Untouched> untouched) implements Answer {

    static Decided of(Decisions.Result result) {
      return new Decided(
          result.changed(),
          result.untouched().entrySet().stream()
              .map(e -> new Untouched(e.getKey(), "it " + e.getValue()))
              .toList());
    }
  }

  /** A decision that a second person must approve. */
  record Asked(long approval) implements Answer {}

  /**
   * @throws RefusedException if it cannot be settled
   */
  static ResponseEntity<Answer> of(Deciding.Ruling ruling) {
    return switch (ruling) {
      case Deciding.Ruling.Carried carried -> ResponseEntity.ok(Decided.of(carried.result()));
      case Deciding.Ruling.Asked asked ->
          ResponseEntity.accepted().body(new Asked(asked.approval()));
      case Deciding.Ruling.Refused r -> ResponseEntity.ok(new Decided(0, List.of()));
      case Deciding.Ruling.Impossible impossible ->
          throw switch (impossible.why()) {
            case UNKNOWN -> RefusedException.notFound("id", "id is of no decision; list them anew");
            case SETTLED ->
                RefusedException.conflict("id", "id is of a decision that is settled already");
            case OWN ->
                RefusedException.forbidden("id is of your own decision; another must approve it");
          };
    };
  }
}
