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

  private record Known(Set<String> skus, Instant since) {}

  private final MagentoApi api;
  private final InstantSource clock;
  private final Map<SharedCatalog, Known> known = new ConcurrentHashMap<>();

  Contents(MagentoApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** By {@link OpenPieces#key}. */
  Set<String> of(SharedCatalog catalog) {
    Instant now = clock.instant();
    Known there = known.get(catalog);
    if (there == null || there.since().plus(KNOWN).isBefore(now)) {
      Set<String> skus = ConcurrentHashMap.newKeySet();
      api.get(catalog.path("products")).forEach(sku -> skus.add(OpenPieces.key(sku.asString(""))));
      there = new Known(skus, now);
      known.put(catalog, there);
    }
    return there.skus();
  }

  /** What the hub itself put in and took out since it was read. */
  void changed(SharedCatalog catalog, Collection<String> in, Collection<String> out) {
    Known there = known.get(catalog);
    if (there != null) {
      in.forEach(sku -> there.skus().add(OpenPieces.key(sku)));
      out.forEach(sku -> there.skus().remove(OpenPieces.key(sku)));
    }
  }

  /** It must be read again. */
  void forget(SharedCatalog catalog) {
    known.remove(catalog);
  }
}
