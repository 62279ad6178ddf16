package dev.kontor.connector.businesscentral;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The open sales orders as last read. Each reading asks what changed since, in one small call, so
 * that a figure never rests on demand older than its own batch; where nothing changed nothing more
 * is read. All orders are read at first, and again once an hour, as a change that moves neither
 * stamp nor etag would stay unseen.
 */
final class OpenOrders {

  private static final Duration HEALED_AFTER = Duration.ofHours(1);

  private final Company company;
  private final OpenOrderNews news;
  private final Map<String, OpenOrder> known = new HashMap<>();
  private final AtomicLong begun = new AtomicLong();
  private long completed;
  private @Nullable Instant healed;
  private OpenDemand demand = OpenDemand.of(List.of());

  OpenOrders(Company company, Duration overlap) {
    this.company = company;
    this.news = new OpenOrderNews(company, overlap);
  }

  /**
   * What is to be shipped now. Callers that wait for each other share a reading begun meanwhile.
   */
  OpenDemand read() {
    long before = begun.get();
    synchronized (this) {
      if (completed > before) {
        return demand;
      }
      long reading = begun.incrementAndGet();
      Instant now = company.clock().instant();
      if (healed == null || !now.isBefore(healed.plus(HEALED_AFTER))) {
        readAll();
        healed = now;
      } else {
        refresh();
      }
      completed = reading;
      return demand;
    }
  }

  private void readAll() {
    news.begin();
    List<JsonNode> all = company.client().all(OpenOrder.QUERY);
    known.clear();
    all.forEach(this::keep);
    demand = OpenDemand.of(known.values());
  }

  private void refresh() {
    OpenOrderNews.Told told = news.read();
    Map<String, String> versions = told.versions();
    Set<String> expected = new HashSet<>(known.keySet());
    expected.addAll(versions.keySet());
    boolean moved = false;
    if (told.count() == null || told.count() != expected.size()) {
      versions = news.all();
      moved = known.keySet().retainAll(versions.keySet());
    }
    Set<String> stale = new HashSet<>();
    versions.forEach(
        (id, version) -> {
          OpenOrder order = known.get(id);
          if (order == null || !order.version().equals(version)) {
            stale.add(id);
          }
        });
    known.values().stream()
        .filter(order -> told.shipped().contains(order.number()))
        .forEach(order -> stale.add(order.id()));
    if (moved || !stale.isEmpty()) {
      reread(stale);
      demand = OpenDemand.of(known.values());
    }
    news.understood(told);
  }

  /** Those that are not found any more are gone. */
  private void reread(Set<String> stale) {
    List<JsonNode> found = Wanted.withIds(company, OpenOrder.QUERY, stale);
    known.keySet().removeAll(stale);
    found.forEach(this::keep);
  }

  private void keep(JsonNode order) {
    OpenOrder open = OpenOrder.of(order);
    known.put(open.id(), open);
  }
}
