package dev.kontor.spi;

import java.time.LocalDate;

/**
 * A vendor's limit as a dated fact; a setting of the same name overrides it.
 *
 * @param name e.g. {@code concurrent-requests}
 * @param value in the unit the name says
 * @param source the vendor's document
 * @param asOf when it was read
 */
public record Limit(String name, long value, String source, LocalDate asOf) {

  /** Requests in flight at once. */
  public static final String CONCURRENT_REQUESTS = "concurrent-requests";

  /** Requests per five minutes. */
  public static final String REQUESTS_PER_FIVE_MINUTES = "requests-per-5-minutes";
}
