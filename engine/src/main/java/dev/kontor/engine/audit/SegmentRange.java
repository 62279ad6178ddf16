package dev.kontor.engine.audit;

import java.util.stream.LongStream;

/**
 * Numbers of segments in a row, written as {@code 1-100}, or {@code 102} if it is one.
 *
 * @param last included
 */
record SegmentRange(long first, long last) {

  static SegmentRange parse(String text) {
    String[] ends = text.split("-", -1);
    return new SegmentRange(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
  }

  boolean contains(long number) {
    return first <= number && number <= last;
  }

  LongStream numbers() {
    return LongStream.rangeClosed(first, last);
  }

  String text() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
