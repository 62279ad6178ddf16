package dev.kontor.connector.financeoperations.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an agreement holds, in the company's calendar, both days included (rule P7).
 *
 * @param from null for always until {@code to}
 * @param to null for ever after {@code from}
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

  public static final Validity ALWAYS = new Validity(null, null);

  boolean startsAfter(LocalDate date) {
    return from != null && from.isAfter(date);
  }

  boolean endsBefore(LocalDate date) {
    return to != null && to.isBefore(date);
  }
}
