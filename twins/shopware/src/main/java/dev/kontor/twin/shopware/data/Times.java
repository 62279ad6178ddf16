package dev.kontor.twin.shopware.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Reads times in the notations the shop accepts; without an offset they are UTC. */
final class Times {
  private static final DateTimeFormatter WITH_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private Times() {}

  static Optional<Instant> parse(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      if (iso.length() == 10) {
        return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      return Optional.of(
          switch (WITH_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeException(text);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
