package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.util.Map;

/**
 * An order a shopper placed.
 *
 * @param units pieces by SKU
 * @param nanos when, on the monotonic clock
 */
record Placed(String id, String number, BigDecimal gross, Map<String, Integer> units, long nanos) {

  Placed {
    units = Map.copyOf(units);
  }
}
