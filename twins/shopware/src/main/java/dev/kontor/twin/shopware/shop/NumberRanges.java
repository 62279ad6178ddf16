package dev.kontor.twin.shopware.shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Running numbers per type; a reserved number that is not used leaves a gap (contract §6). */
public final class NumberRanges {
  private static final long START = 10000;
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  /** Takes the next number of a type: order, customer, product, document_invoice. */
  public String reserve(String type) {
    return String.valueOf(last.merge(type, START, (old, start) -> old + 1));
  }

  /** The next number without taking it. */
  public String preview(String type) {
    Long number = last.get(type);
    return String.valueOf(number == null ? START : number + 1);
  }
}
