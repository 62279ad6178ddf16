package dev.kontor.engine.capture;

import dev.kontor.engine.observe.Watch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of requests that a door did not believe: each is counted, and one a minute for each
 * connection is logged, as a forger may send many.
 */
public final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Watch watch;
  private final LongSupplier nanoTime;
  private final Map<String, Long> told = new ConcurrentHashMap<>();

  public Refusals(Watch watch, LongSupplier nanoTime) {
    this.watch = watch;
    this.nanoTime = nanoTime;
  }

  /**
   * @param reason names nothing of what was sent
   */
  void refused(String connection, String reason) {
    watch.refused(connection);
    long now = nanoTime.getAsLong();
    Long last = told.get(connection);
    if (last == null || now - last > QUIET.toNanos()) {
      told.put(connection, now);
      LOG.warn("door of {}: not believed: {}", connection, reason);
    }
  }
}
