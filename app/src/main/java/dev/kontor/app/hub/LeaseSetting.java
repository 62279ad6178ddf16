package dev.kontor.app.hub;

import dev.kontor.engine.HubSettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** How long a process may act without being heard of: {@code KONTOR_LEASE}, as in ISO 8601. */
final class LeaseSetting {

  private static final String NAME = "KONTOR_LEASE";

  private LeaseSetting() {}

  /**
   * The standard settings, with the environment's lease if it names one.
   *
   * @throws IllegalArgumentException if what it names is no duration
   */
  static HubSettings over(HubSettings standard, Map<String, String> environment) {
    String lease = environment.getOrDefault(NAME, "");
    return lease.isBlank()
        ? standard
        : new HubSettings(standard.home(), duration(lease), standard.machinery());
  }

  private static Duration duration(String lease) {
    try {
      return Duration.parse(lease);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          NAME + " is '" + lease + "'; it must be a duration such as PT10S", e);
    }
  }
}
