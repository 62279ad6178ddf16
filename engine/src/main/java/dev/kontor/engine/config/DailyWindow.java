package dev.kontor.engine.config;

import java.time.LocalTime;

/**
 * A part of every day.
 *
 * @param to not included; earlier than {@code from} if it goes over midnight
 */
public record DailyWindow(LocalTime from, LocalTime to) {

  boolean has(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean open = time.isBefore(to);
    return from.isBefore(to) ? begun && open : begun || open;
  }
}
