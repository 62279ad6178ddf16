package dev.kontor.engine.config;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * When a flow rests, by the clock on the wall of its target.
 *
 * @param windows parts of the day
 * @param zone time zone of the target
 */
public record QuietHours(List<DailyWindow> windows, ZoneId zone) {

  /** Never. */
  public static final QuietHours NONE = new QuietHours(List.of(), ZoneOffset.UTC);

  public QuietHours {
    windows = List.copyOf(windows);
  }

  /** When the quiet time ends that it is now; empty if it is none. */
  public Optional<ZonedDateTime> until(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    return windows.stream()
        .filter(w -> w.has(here.toLocalTime()))
        .map(w -> next(here, w.to()))
        .max(ZonedDateTime::compareTo);
  }

  private static ZonedDateTime next(ZonedDateTime here, LocalTime time) {
    // Not of the local time plus hours: nights of clock change are longer or shorter.
    ZonedDateTime today = here.toLocalDate().atTime(time).atZone(here.getZone());
    return today.isAfter(here)
        ? today
        : here.toLocalDate().plusDays(1).atTime(time).atZone(here.getZone());
  }
}
