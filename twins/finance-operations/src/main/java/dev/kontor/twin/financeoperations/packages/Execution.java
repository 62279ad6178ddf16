package dev.kontor.twin.financeoperations.packages;

import java.time.Instant;
import java.util.List;

/**
 * One run of an import.
 *
 * @param done when its outcome is told; until then it is executing
 * @param orders how many came in
 * @param errors of orders that did not
 */
record Execution(String id, Instant done, int orders, List<String> errors) {

  boolean isOver(Instant now) {
    return !now.isBefore(done);
  }

  String status(Instant now) {
    if (!isOver(now)) {
      return "Executing";
    }
    if (errors.isEmpty()) {
      return "Succeeded";
    }
    return orders > 0 ? "PartiallySucceeded" : "Failed";
  }
}
