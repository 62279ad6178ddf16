package dev.kontor.connector.magento.product;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One bulk as it stood when it was last looked at. Nothing but its answer has its id, so a hub that
 * is started anew knows it no more and reads the products instead.
 *
 * @param open operations not carried out yet
 * @param moved when that last became fewer
 * @param looked when that was last seen
 */
record Watch(String uuid, int operations, int open, Instant moved, Instant looked) {

  /** A queue that is worked off has got on by then: the shop begins to once a minute. */
  static final Duration SLOW = Duration.ofSeconds(90);

  /** Nobody works it off. */
  static final Duration STUCK = Duration.ofMinutes(10);

  private static final int OPEN = 4;

  static Watch begun(String uuid, int operations, Instant now) {
    return new Watch(uuid, operations, operations, now, now);
  }

  /** What each operation of the shop's answer came to, by id; open ones are left out. */
  static Map<Integer, JsonNode> ended(JsonNode answer) {
    return answer
        .path("operations_list")
        .valueStream()
        .filter(one -> one.path("status").asInt(OPEN) != OPEN)
        .collect(
            Collectors.toMap(
                one -> one.path("id").asInt(-1), one -> one, (a, b) -> b, HashMap::new));
  }

  Watch seen(int ended, Instant now) {
    int left = Math.max(0, operations - ended);
    return new Watch(uuid, operations, left, left < open ? now : moved, now);
  }

  boolean isSlow(Instant now) {
    return open > 0 && moved.plus(SLOW).isBefore(now);
  }

  boolean isStuck(Instant now) {
    return open > 0 && moved.plus(STUCK).isBefore(now);
  }

  /** Nothing of it was ever carried out. */
  boolean isUntouched() {
    return open == operations;
  }

  static boolean isAnySlow(Collection<Watch> watches, Instant now) {
    return watches.stream().anyMatch(watch -> watch.isSlow(now));
  }
}
