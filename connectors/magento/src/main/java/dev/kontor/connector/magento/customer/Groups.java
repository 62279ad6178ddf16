package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shop's customer groups, which are few and seldom change. */
final class Groups {

  private static final Duration KNOWN = Duration.ofMinutes(10);

  /** Names by id. */
  private record Known(Map<String, String> byId, Instant since) {}

  private final MagentoApi api;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  Groups(MagentoApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Empty for an id the shop does not know. */
  Optional<String> name(String id) {
    return Optional.ofNullable(all().get(id));
  }

  /** By name, whatever its case. */
  Optional<String> id(String name) {
    return all().entrySet().stream()
        .filter(group -> group.getValue().equalsIgnoreCase(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Map<String, String> all() {
    Known now = known;
    if (now == null || now.since().plus(KNOWN).isBefore(clock.instant())) {
      Map<String, String> byId = new TreeMap<>();
      api.search("customerGroups/search", new SearchCriteria(SearchCriteria.MAX_SIZE))
          .forEach(row -> byId.put(row.path("id").asString(""), row.path("code").asString("")));
      now = new Known(byId, clock.instant());
      known = now;
    }
    return now.byId();
  }
}
