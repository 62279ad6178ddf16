package dev.kontor.app.web;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Decisions;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers to decisions, alike at all addresses. */
final class Answers {

  /** A message that a decision did not change. */
  record Untouched(long message, String why) {}

  /** What a decision did. */
  record Decided(int changed, List<Untouched> untouched) {}

  /** A decision that a second person must approve. */
  record Asked(long approval) {}

  private Answers() {}

  static ResponseEntity<Object> of(Deciding.Ruling ruling) {
    return switch (ruling) {
      case Deciding.Ruling.Carried carried -> ResponseEntity.ok(decided(carried.result()));
      case Deciding.Ruling.Asked asked ->
          ResponseEntity.accepted().body(new Asked(asked.approval()));
      case Deciding.Ruling.Refused r -> ResponseEntity.ok(new Decided(0, List.of()));
      case Deciding.Ruling.Impossible impossible ->
          switch (impossible.why()) {
            case UNKNOWN -> error(HttpStatus.NOT_FOUND, "there is no such decision");
            case SETTLED -> error(HttpStatus.CONFLICT, "the decision is settled already");
            case OWN ->
                error(HttpStatus.FORBIDDEN, "another person must approve one's own decision");
          };
    };
  }

  static Decided decided(Decisions.Result result) {
    return new Decided(
        result.changed(),
        result.untouched().entrySet().stream()
            .map(e -> new Untouched(e.getKey(), "it " + e.getValue()))
            .toList());
  }

  static ResponseEntity<Object> error(HttpStatus status, String text) {
    return ResponseEntity.status(status).body(Map.of("error", text));
  }

  /** No cause of that fingerprint has messages any more. */
  static ResponseEntity<Object> solved() {
    return error(HttpStatus.NOT_FOUND, "no message is dead for this cause any more; list anew");
  }

  /** The answer of something that asks a connected system, or why it could not be done. */
  static ResponseEntity<Object> asking(Supplier<ResponseEntity<Object>> action) {
    try {
      return action.get();
    } catch (FaultException e) {
      return e.fault() instanceof Fault.Invalid invalid
          ? ResponseEntity.badRequest()
              .body(Map.of("error", invalid.message(), "field", invalid.field()))
          : error(HttpStatus.SERVICE_UNAVAILABLE, e.fault().message());
    }
  }
}
