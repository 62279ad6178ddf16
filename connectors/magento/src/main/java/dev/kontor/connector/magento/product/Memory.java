package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.spi.Fault;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Operations whose end was not seen while it was waited for. Thread-safe. */
final class Memory {

  private final Map<String, Watch> watches = new HashMap<>();
  private final Map<String, Open> open = new HashMap<>();
  private final Map<String, Failed> failed = new HashMap<>();

  synchronized void remember(Watch watch, Collection<Open> operations) {
    watches.put(watch.uuid(), watch);
    operations.forEach(one -> open.put(key(one), one));
  }

  synchronized List<Watch> watches() {
    return List.copyOf(watches.values());
  }

  synchronized @Nullable Open of(String sku) {
    return open.get(OpenPieces.key(sku));
  }

  /** Takes in what has become of a bulk's operations, and stops watching one that is at its end. */
  synchronized @Nullable Watch seen(String uuid, Map<Integer, JsonNode> ended, Instant now) {
    Watch before = watches.get(uuid);
    if (before == null) {
      return null;
    }
    open.values()
        .removeIf(
            one -> {
              JsonNode end = one.uuid().equals(uuid) ? ended.get(one.id()) : null;
              if (end != null && end.path("status").asInt(0) != Bulk.COMPLETE) {
                failed.put(key(one), new Failed(one.product(), Refusal.of(end)));
              }
              return end != null;
            });
    Watch watch = before.seen(ended.size(), now);
    if (open.values().stream().noneMatch(one -> one.uuid().equals(uuid))) {
      watches.remove(uuid);
    } else {
      watches.put(uuid, watch);
    }
    return watch;
  }

  /** The shop knows it no more, or it is waited for in vain. */
  synchronized void forget(String uuid) {
    watches.remove(uuid);
    open.values().removeIf(one -> one.uuid().equals(uuid));
  }

  /** Why this very product was refused before, told once; null if it was not. */
  synchronized @Nullable Fault refused(JsonNode product) {
    Failed known = failed.remove(OpenPieces.key(product.path("sku").asString("")));
    return known != null && known.product().equals(product) ? known.fault() : null;
  }

  private static String key(Open one) {
    return OpenPieces.key(one.product().path("sku").asString(""));
  }
}
