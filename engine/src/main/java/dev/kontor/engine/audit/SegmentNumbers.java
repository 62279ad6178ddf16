package dev.kontor.engine.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Numbers of segments, written as {@code 1-100,102}: a month has hundreds of thousands. */
record SegmentNumbers(List<Range> ranges) {

  record Range(long first, long last) {
    static Range parse(String text) {
      String[] ends = text.split("-", -1);
      return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    String text() {
      return first == last ? String.valueOf(first) : first + "-" + last;
    }
  }

  static final SegmentNumbers NONE = new SegmentNumbers(List.of());

  static SegmentNumbers of(Collection<Long> numbers) {
    List<Range> ranges = new ArrayList<>();
    for (long number : new TreeSet<>(numbers)) {
      Range open = ranges.isEmpty() ? null : ranges.getLast();
      if (open != null && open.last() + 1 == number) {
        ranges.set(ranges.size() - 1, new Range(open.first(), number));
      } else {
        ranges.add(new Range(number, number));
      }
    }
    return new SegmentNumbers(ranges);
  }

  static SegmentNumbers parse(String text) {
    return new SegmentNumbers(Stream.of(text.split(",", -1)).map(Range::parse).toList());
  }

  SegmentNumbers with(SegmentNumbers others) {
    return of(LongStream.concat(stream(), others.stream()).boxed().toList());
  }

  boolean contains(long number) {
    return ranges.stream().anyMatch(r -> r.first() <= number && number <= r.last());
  }

  LongStream stream() {
    return ranges.stream().flatMapToLong(r -> LongStream.rangeClosed(r.first(), r.last()));
  }

  String text() {
    return ranges.stream().map(Range::text).collect(Collectors.joining(","));
  }
}
