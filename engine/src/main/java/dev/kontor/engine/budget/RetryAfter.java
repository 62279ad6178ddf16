package dev.kontor.engine.budget;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the header by which a target says when to come back (RFC 9110 §10.2.3). */
public final class RetryAfter {

  private RetryAfter() {}

  /** Null if absent or unreadable. A date is compared with the answer's own, not with our clock. */
  public static @Nullable Duration of(HttpHeaders headers) {
    Optional<String> value = headers.firstValue("Retry-After").map(String::strip);
    try {
      if (value.isEmpty()) {
        return null;
      }
      if (value.get().matches("\\d{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(value.get()));
      }
      Instant now = date(headers.firstValue("Date").orElse(""));
      Duration wait = Duration.between(now, date(value.get()));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
