package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How documents stand in the shop, from what writing them would change. */
public final class Standings {

  private Standings() {}

  /**
   * @param refused the fault of each document that could not be written; a missing article is none
   *     that differs
   * @param changes by document, without those of which nothing would change
   */
  public static List<Standing> of(
      int documents, Outcomes refused, Map<Integer, List<Standing.Field>> changes) {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < documents; i++) {
      standings.add(standing(refused.of(i), changes.getOrDefault(i, List.of())));
    }
    return standings;
  }

  private static Standing standing(@Nullable Outcome refused, List<Standing.Field> changes) {
    if (refused instanceof Fault.Missing) {
      return Standing.ABSENT;
    }
    if (refused instanceof Fault fault) {
      return new Standing.Incomparable(fault);
    }
    return changes.isEmpty() ? Standing.SAME : new Standing.Other(changes, Instant.EPOCH);
  }
}
