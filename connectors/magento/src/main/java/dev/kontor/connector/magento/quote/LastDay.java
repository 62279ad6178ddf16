package dev.kontor.connector.magento.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The last day on which an offer holds, to whose end it does. */
final class LastDay {

  /** Characters of a day such as 2026-12-31. */
  private static final int DAY = 10;

  private LastDay() {}

  /** From when on it no longer holds. */
  static String end(String day, ZoneId zone) {
    try {
      return LocalDate.parse(day.substring(0, Math.min(day.length(), DAY)))
          .plusDays(1)
          .atStartOfDay(zone)
          .toInstant()
          .toString();
    } catch (DateTimeParseException e) {
      throw QuoteWriter.wrong("expiration_period", "is no day of the shop; read the quote again");
    }
  }

  /**
   * @param until from when on it no longer holds
   */
  static LocalDate before(String until, ZoneId zone) {
    try {
      return Instant.parse(until).minusNanos(1).atZone(zone).toLocalDate();
    } catch (DateTimeParseException e) {
      throw QuoteWriter.wrong("validUntil", "is no moment; write it like 2026-12-31T23:00:00Z");
    }
  }
}
