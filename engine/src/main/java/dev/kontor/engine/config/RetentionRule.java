package dev.kontor.engine.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long what is kept.
 *
 * @param door raw bodies as systems pushed them, and the day keys that open them
 * @param documents captured documents, what was written and what was answered; null for ever
 * @param audit audit rows, dropped by whole months; null for ever
 * @param tries tries that came to nothing, of messages that are finished; null for ever
 * @param searches by what buyers are found; null for ever
 */
public record RetentionRule(
    Duration door,
    @Nullable Duration documents,
    @Nullable Duration audit,
    @Nullable Duration tries,
    @Nullable Duration searches) {

  /** Door bodies for two weeks, the rest for ever. */
  public static final RetentionRule STANDARD =
      new RetentionRule(Duration.ofDays(14), null, null, null, null);
}
