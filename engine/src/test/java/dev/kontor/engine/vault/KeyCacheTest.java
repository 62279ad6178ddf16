package dev.kontor.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final KeyCache cache = new KeyCache(nanos::get);
  private final KeyName name = KeyName.plain(KeyName.Kind.COMMON, "documents");

  @Test
  void keyIsForgottenWhenItsTimeIsOverEvenAsTheCounterWraps() {
    DataKey key = new DataKey(7, name, new byte[32]);
    cache.put(key);
    nanos.addAndGet(KeyCache.AGE.toNanos());
    assertThat(cache.get(name)).isSameAs(key);
    assertThat(cache.get(7)).isSameAs(key);
    nanos.incrementAndGet();
    assertThat(cache.get(name)).isNull();
    assertThat(cache.get(7)).isNull();
  }

  @Test
  void newKeyOfTheSameNameReplacesTheOldOne() {
    cache.put(new DataKey(7, name, new byte[32]));
    cache.put(new DataKey(8, name, new byte[32]));
    assertThat(cache.get(7)).isNull();
    cache.forget(name);
    assertThat(cache.get(8)).isNull();
  }
}
