package dev.kontor.connector.magento.sharedcatalog;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is in shared catalogues. The shop has no search in them, it lists the numbers of one as a
 * whole (rest/b2b/shared-cat-product-assign.md), so these are remembered for a minute. Thread-safe.
 */
final class Contents {

  private static final Duration KNOWN = Duration.ofMinutes(1);

  private final MagentoApi api;
  private final InstantSource clock;
  private final Map<SharedCatalog, Remembered<Set<String>>> known = new ConcurrentHashMap<>();

  Contents(MagentoApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** By {@link OpenPieces#key}. */
  Set<String> of(SharedCatalog catalog) {
    Instant now = clock.instant();
    Remembered<Set<String>> there = known.get(catalog);
    if (there == null || there.isOlder(KNOWN, now)) {
      Set<String> skus = ConcurrentHashMap.newKeySet();
      api.get(catalog.path("products")).forEach(sku -> skus.add(OpenPieces.key(sku.asString(""))));
      there = new Remembered<>(skus, now);
      known.put(catalog, there);
    }
    return there.said();
  }

  /** What the hub itself put in and took out since it was read. */
  void changed(SharedCatalog catalog, Collection<String> in, Collection<String> out) {
    Remembered<Set<String>> there = known.get(catalog);
    if (there != null) {
      in.forEach(sku -> there.said().add(OpenPieces.key(sku)));
      out.forEach(sku -> there.said().remove(OpenPieces.key(sku)));
    }
  }

  void forget(SharedCatalog catalog) {
    known.remove(catalog);
  }
}
