package dev.kontor.connector.shopware.changes;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one stream has been read, in the order of time and then id. The shop sorts by id but
 * cannot compare ids by range, so what was read at one time is told apart here. Counting alone
 * would skip a row whenever one already read moves on to a later time.
 *
 * @param high newest time ever seen
 * @param at rows before this time have been read
 * @param last newest id read at exactly this time, empty if none
 * @param read rows read at this time; only a hint where to go on
 * @param done nothing more was there in this round
 */
record Position(Instant high, Instant at, String last, int read, boolean done) {

  static final Position BEGINNING = startingAt(Instant.EPOCH);

  static Position startingAt(Instant time) {
    return new Position(time, time, "", 0, false);
  }

  /** For the next round: back by the overlap, as rows may be committed later than their time. */
  Position again(Duration overlap) {
    return high.equals(Instant.EPOCH)
        ? BEGINNING
        : new Position(high, high.minus(overlap), "", 0, false);
  }

  /** Whether that row has not been read; hex digits sort like the shop's binary ids. */
  boolean isBefore(Instant time, String id) {
    return time.isAfter(at) || (time.equals(at) && id.compareTo(last) > 0);
  }

  /** After one more row. */
  Position after(Instant time, String id) {
    Instant newest = time.isAfter(high) ? time : high;
    return new Position(newest, time, id, time.equals(at) ? read + 1 : 1, false);
  }

  Position finished() {
    return new Position(high, at, last, read, true);
  }
}
