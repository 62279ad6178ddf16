package dev.kontor.engine.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Numbers of segments, written as {@code 1-100,102}: a month has hundreds of thousands. */
record SegmentNumbers(List<SegmentRange> ranges) {

  static final SegmentNumbers NONE = new SegmentNumbers(List.of());

  static SegmentNumbers of(Collection<Long> numbers) {
    List<SegmentRange> ranges = new ArrayList<>();
    for (long number : new TreeSet<>(numbers)) {
      SegmentRange open = ranges.isEmpty() ? null : ranges.getLast();
      if (open != null && open.last() + 1 == number) {
        ranges.set(ranges.size() - 1, new SegmentRange(open.first(), number));
      } else {
        ranges.add(new SegmentRange(number, number));
      }
    }
    return new SegmentNumbers(ranges);
  }

  static SegmentNumbers parse(String text) {
    return new SegmentNumbers(Stream.of(text.split(",", -1)).map(SegmentRange::parse).toList());
  }

  SegmentNumbers with(SegmentNumbers others) {
    return of(LongStream.concat(stream(), others.stream()).boxed().toList());
  }

  boolean contains(long number) {
    return ranges.stream().anyMatch(range -> range.contains(number));
  }

  LongStream stream() {
    return ranges.stream().flatMapToLong(SegmentRange::numbers);
  }

  String text() {
    return ranges.stream().map(SegmentRange::text).collect(Collectors.joining(","));
  }
}
