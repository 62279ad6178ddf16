package dev.kontor.engine.vault;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped keys for a short while, so that a message costs no key round trip. An erasure by
 * another process takes effect here after {@link #AGE} at the latest.
 */
final class KeyCache {
  static final Duration AGE = Duration.ofSeconds(60);
  private static final int SIZE = 20_000;

  private record Cached(DataKey key, long bestBefore) {}

  private final LongSupplier nanos;
  private final Map<Long, Cached> byId = new HashMap<>();
  private final Map<KeyName, Cached> byName =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyName, Cached> eldest) {
          if (size() <= SIZE) {
            return false;
          }
          byId.remove(eldest.getValue().key.id());
          return true;
        }
      };

  KeyCache(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized @Nullable DataKey get(KeyName name) {
    return fresh(byName.get(name));
  }

  synchronized @Nullable DataKey get(long id) {
    return fresh(byId.get(id));
  }

  synchronized void put(DataKey key) {
    forget(key.name());
    Cached entry = new Cached(key, nanos.getAsLong() + AGE.toNanos());
    byName.put(key.name(), entry);
    byId.put(key.id(), entry);
  }

  synchronized void forget(KeyName name) {
    Cached old = byName.remove(name);
    if (old != null) {
      byId.remove(old.key.id());
    }
  }

  synchronized void clear() {
    byName.clear();
    byId.clear();
  }

  private @Nullable DataKey fresh(@Nullable Cached entry) {
    return entry == null || entry.bestBefore - nanos.getAsLong() < 0 ? null : entry.key;
  }
}
