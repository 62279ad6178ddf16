package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flow rests by the clock on its target's wall. */
final class QuietHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static QuietHours between(String from, String to) {
    return new QuietHours(
        List.of(new DailyWindow(LocalTime.parse(from), LocalTime.parse(to))), BERLIN);
  }

  private static String until(QuietHours quiet, String now) {
    return quiet.until(Instant.parse(now)).map(end -> end.toInstant().toString()).orElse("");
  }

  @Test
  void aNightEndsInTheMorning() {
    QuietHours night = between("22:00", "06:00");
    assertThat(until(night, "2026-07-01T19:59:59Z")).isEmpty();
    assertThat(until(night, "2026-07-01T20:00:00Z")).isEqualTo("2026-07-02T04:00:00Z");
    assertThat(until(night, "2026-07-02T03:59:59Z")).isEqualTo("2026-07-02T04:00:00Z");
    assertThat(until(night, "2026-07-02T04:00:00Z")).isEmpty();
  }

  @Test
  void aPartOfTheDayEndsOnThatDay() {
    QuietHours noon = between("12:00", "14:30");
    assertThat(until(noon, "2026-01-15T11:00:00Z")).isEqualTo("2026-01-15T13:30:00Z");
    assertThat(until(noon, "2026-01-15T13:30:00Z")).isEmpty();
  }

  @Test
  void theNightOfTheClockChangeIsAnHourLonger() {
    assertThat(until(between("22:00", "06:00"), "2026-10-24T20:00:00Z"))
        .isEqualTo("2026-10-25T05:00:00Z");
  }

  @Test
  void ofTwoPartsThatOverlapTheLaterEndCounts() {
    QuietHours quiet =
        new QuietHours(
            List.of(
                new DailyWindow(LocalTime.of(10, 0), LocalTime.of(12, 0)),
                new DailyWindow(LocalTime.of(11, 0), LocalTime.of(15, 0))),
            BERLIN);
    assertThat(until(quiet, "2026-01-15T10:30:00Z")).isEqualTo("2026-01-15T14:00:00Z");
  }

  @Test
  void withoutPartsItNeverRests() {
    assertThat(QuietHours.NONE.until(Instant.EPOCH)).isEmpty();
  }
}
