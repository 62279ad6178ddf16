package dev.kontor.connector.magento.changes;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one entity has been read in this round, in the order of time and then id.
 *
 * @param until newest time there was when the round began, and the last it reads
 * @param at rows before this time have been read
 * @param last newest id read at exactly this time, 0 if none
 * @param done nothing more was there in this round
 */
record Position(Instant until, Instant at, long last, boolean done) {

  /**
   * @param until as of now
   */
  static Position startingAt(Instant at, Instant until) {
    return new Position(until, at, 0, false);
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
    return until.getEpochSecond()
        + "|"
        + at.getEpochSecond()
        + "|"
        + last
        + "|"
        + (done ? "done" : "more");
  }

  /**
   * For the next round, from a little before the end of this one. Whatever became visible too late
   * to be read in this round, or changed once more in a second already read, did so after the round
   * began, so it is not older than its end by more than the overlap, however long the round took.
   */
  Position again(Duration overlap, Instant newest) {
    Instant back = until.equals(Instant.EPOCH) ? until : until.minus(overlap);
    return startingAt(back, newest);
  }

  /** After one more row. */
  Position after(Instant time, long id) {
    return new Position(until, time, id, false);
  }

  Position finished() {
    return new Position(until, at, last, true);
  }
}
