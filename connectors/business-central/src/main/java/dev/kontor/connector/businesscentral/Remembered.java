package dev.kontor.connector.businesscentral;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values kept for a while, minutes if not said otherwise; the least recently used goes first. */
final class Remembered<V> {

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST = 50_000;

  private record Known<V>(V value, Instant until) {}

  private final InstantSource clock;
  private final Duration life;
  private final Map<String, Known<V>> entries =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known<V>> eldest) {
          return size() > MOST;
        }
      };

  Remembered(InstantSource clock) {
    this(clock, LIFE);
  }

  Remembered(InstantSource clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  synchronized @Nullable V get(String key) {
    Known<V> entry = entries.get(key);
    return entry == null || clock.instant().isAfter(entry.until()) ? null : entry.value();
  }

  synchronized void put(String key, V value) {
    entries.put(key, new Known<>(value, clock.instant().plus(life)));
  }

  synchronized void forget(String key) {
    entries.remove(key);
  }
}
