package dev.kontor.connector.businesscentral;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How far the item ledger was read. Entries of parallel postings may be committed out of number
 * order, so the last numbers that were not there are looked for again.
 *
 * @param last highest number read
 * @param late lower numbers that may still come
 */
record LedgerPosition(long last, Set<Long> late) {

  private static final int OVERLAP = 100;

  /** Of what was committed up to the last number nothing is known. */
  static LedgerPosition at(long last) {
    return new LedgerPosition(
        last, LongStream.rangeClosed(first(last), last).boxed().collect(Collectors.toSet()));
  }

  private static long first(long last) {
    return Math.max(1, last - OVERLAP + 1);
  }

  /** Entries behind this number are to be read. */
  long from() {
    return first(last) - 1;
  }

  boolean isNew(long number) {
    return number > last || late.contains(number);
  }

  LedgerPosition after(Collection<Long> numbers) {
    long newest = numbers.stream().mapToLong(Long::longValue).reduce(last, Math::max);
    Set<Long> missing = new TreeSet<>();
    for (long number = first(newest); number < newest; number++) {
      if (isNew(number) && !numbers.contains(number)) {
        missing.add(number);
      }
    }
    return new LedgerPosition(newest, missing);
  }
}
