package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Tables;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads what is sent as a date: a day, a time, a time with an offset, or seconds since 1970. */
final class Dates {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

  private Dates() {}

  /** As the shop keeps it, without regard to an offset. */
  static String stored(String sent) {
    try {
      if (DATE.matcher(sent).matches()) {
        return LocalDate.parse(sent) + " 00:00:00";
      }
      if (TIME.matcher(sent).matches()) {
        return time(LocalDateTime.parse(sent.replace(' ', 'T')));
      }
      return sent.matches("\\d{1,11}")
          ? Tables.time(Instant.ofEpochSecond(Long.parseLong(sent)))
          : time(OffsetDateTime.parse(sent).toLocalDateTime());
    } catch (DateTimeException e) {
      throw ApiError.of(400, "Invalid date");
    }
  }

  private static String time(LocalDateTime time) {
    return Tables.time(time.toInstant(ZoneOffset.UTC));
  }
}
