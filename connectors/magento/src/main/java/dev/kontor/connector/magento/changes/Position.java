package dev.kontor.connector.magento.changes;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one entity has been read, in the order of time and then id.
 *
 * @param high newest time ever seen
 * @param at rows before this time have been read
 * @param last newest id read at exactly this time, 0 if none
 * @param done nothing more was there in this round
 */
record Position(Instant high, Instant at, long last, boolean done) {

  static final Position BEGINNING = startingAt(Instant.EPOCH);

  static Position startingAt(Instant time) {
    return new Position(time, time, 0, false);
  }

  static Position parse(String text) {
    String[] parts = text.split("\\|");
    return new Position(
        Instant.ofEpochSecond(Long.parseLong(parts[0])),
        Instant.ofEpochSecond(Long.parseLong(parts[1])),
        Long.parseLong(parts[2]),
        parts[3].equals("done"));
  }

  String text() {
    return high.getEpochSecond()
        + "|"
        + at.getEpochSecond()
        + "|"
        + last
        + "|"
        + (done ? "done" : "more");
  }

  /** For the next round: back by the overlap, as rows may be committed later than their time. */
  Position again(Duration overlap) {
    return high.equals(Instant.EPOCH)
        ? BEGINNING
        : new Position(high, high.minus(overlap), 0, false);
  }

  /** After one more row. */
  Position after(Instant time, long id) {
    return new Position(time.isAfter(high) ? time : high, time, id, false);
  }

  Position finished() {
    return new Position(high, at, last, true);
  }
}
