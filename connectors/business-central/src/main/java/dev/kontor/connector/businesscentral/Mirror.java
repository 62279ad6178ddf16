package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The rows of an entity set as last read, each as what it means. Read page by page once, then kept
 * by time of change; the number of rows, asked with it, shows deletions, which leave no other
 * trace.
 */
final class Mirror<T> {

  private static final String STAMP = "lastModifiedDateTime";

  private final ODataClient client;
  private final ODataQuery query;
  private final Duration overlap;
  private final Function<JsonNode, T> meaning;
  private final Map<String, T> rows = new LinkedHashMap<>();
  private final List<RowChange<T>> changes = new ArrayList<>();
  private @Nullable Instant newest;
  private @Nullable Long count;

  Mirror(ODataClient client, ODataQuery query, Duration overlap, Function<JsonNode, T> meaning) {
    this.client = client;
    this.query = query;
    this.overlap = overlap;
    this.meaning = meaning;
  }

  Collection<T> rows() {
    return rows.values();
  }

  /** Time of change of the newest row seen; null if there is none. */
  @Nullable Instant newest() {
    return newest;
  }

  /** Reads all, by the service's own pages. */
  void readAll() {
    rows.clear();
    newest = null;
    ODataPage page = client.page(query.orderBy(STAMP), 0);
    page.values().forEach(this::take);
    for (URI next = page.next(); next != null; next = page.next()) {
      page = client.page(next, 0);
      page.values().forEach(this::take);
    }
    changes.clear();
  }

  /** Two queries that travel with those of the other mirrors. */
  List<Wanted> news() {
    Instant since = newest == null ? null : newest.minus(overlap);
    return List.of(
        new Wanted(
            since == null ? query : query.filter(STAMP + " gt " + since),
            answer -> answer.entities().forEach(this::take)),
        new Wanted(query.select(List.of("id")).top(1).counted(), answer -> count = answer.count()));
  }

  private void take(JsonNode row) {
    T after = meaning.apply(row);
    T before = rows.put(Json.text(row, "id", ""), after);
    if (!Objects.equals(before, after)) {
      changes.add(new RowChange<>(before, after));
    }
    Instant stamp = Json.instant(row, STAMP);
    newest = newest == null || stamp.isAfter(newest) ? stamp : newest;
  }

  /**
   * Finds deletions, where the number of rows is not the expected one.
   *
   * @param always whatever the number is
   */
  void compareKeys(boolean always) {
    if (always || count == null || count != rows.size()) {
      dropDeleted();
    }
  }

  /** What changed since it was last asked; asks the service for nothing. */
  List<RowChange<T>> changes() {
    List<RowChange<T>> told = List.copyOf(changes);
    changes.clear();
    return told;
  }

  private void dropDeleted() {
    Set<String> there = new HashSet<>();
    client.all(query.select(List.of("id"))).forEach(row -> there.add(Json.text(row, "id", "")));
    for (String id : List.copyOf(rows.keySet())) {
      if (!there.contains(id)) {
        changes.add(new RowChange<>(rows.remove(id), null));
      }
    }
  }
}
