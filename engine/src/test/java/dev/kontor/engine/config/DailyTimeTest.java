package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once a day by the clock on a wall, clock changes included. */
final class DailyTimeTest {

  @ParameterizedTest
  @CsvSource({
    "03:00, 2026-07-02T00:59:59Z, 2026-07-01T01:00:00Z",
    "03:00, 2026-07-02T01:00:00Z, 2026-07-02T01:00:00Z",
    "03:00, 2026-07-02T23:30:00Z, 2026-07-02T01:00:00Z",
    // Clocks are set forward from two to three: half past two is half past three.
    "02:30, 2026-03-29T01:29:59Z, 2026-03-28T01:30:00Z",
    "02:30, 2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z",
    // They are set back from three to two: half past two comes once.
    "02:30, 2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z",
    "02:30, 2026-10-25T01:30:00Z, 2026-10-25T00:30:00Z",
  })
  void cameLast(LocalTime at, Instant now, Instant last) {
    assertThat(new DailyTime(at, ZoneId.of("Europe/Berlin")).last(now)).isEqualTo(last);
  }
}
