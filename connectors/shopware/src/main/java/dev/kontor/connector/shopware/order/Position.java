package dev.kontor.connector.shopware.order;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one stream has been read. Rows are read by time and, among equal times, counted: the shop
 * cannot compare ids.
 *
 * @param high newest time ever seen
 * @param at rows before this time have been read
 * @param skip rows at exactly this time that have been read
 * @param done nothing more was there in this round
 */
record Position(Instant high, Instant at, int skip, boolean done) {

  static final Position BEGINNING = new Position(Instant.EPOCH, Instant.EPOCH, 0, false);

  static Position startingAt(Instant time) {
    return new Position(time, time, 0, false);
  }

  /** For the next round: back by the overlap, as rows may be committed later than their time. */
  Position again(Duration overlap) {
    return high.equals(Instant.EPOCH)
        ? BEGINNING
        : new Position(high, high.minus(overlap), 0, false);
  }

  /** After one more row. */
  Position after(Instant time) {
    Instant newest = time.isAfter(high) ? time : high;
    return new Position(newest, time, time.equals(at) ? skip + 1 : 1, false);
  }

  Position finished() {
    return new Position(high, at, skip, true);
  }
}
