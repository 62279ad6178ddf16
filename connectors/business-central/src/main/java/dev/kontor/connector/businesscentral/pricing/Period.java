package dev.kontor.connector.businesscentral.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a price list line is valid, in the company's calendar, both days included (rule 4).
 *
 * @param start null for always until {@code end}
 * @param end null for ever after {@code start}
 */
public record Period(@Nullable LocalDate start, @Nullable LocalDate end) {

  public static final Period ALWAYS = new Period(null, null);

  boolean startsAfter(LocalDate date) {
    return start != null && start.isAfter(date);
  }

  boolean endsBefore(LocalDate date) {
    return end != null && end.isBefore(date);
  }
}
