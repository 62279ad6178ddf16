package dev.kontor.engine.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Once a day, by the clock on the wall of a system.
 *
 * @param zone time zone of the system
 */
public record DailyTime(LocalTime at, ZoneId zone) {

  /** When it came last, now included. In a night that lacks the time, it comes that much later. */
  public Instant last(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant comes = on(today);
    return comes.isAfter(now) ? on(today.minusDays(1)) : comes;
  }

  private Instant on(LocalDate day) {
    return day.atTime(at).atZone(zone).toInstant();
  }
}
