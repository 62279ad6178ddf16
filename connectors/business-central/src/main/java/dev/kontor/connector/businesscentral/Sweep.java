package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one entity set by time of change. A sweep begins an overlap before the newest stamp seen,
 * as a long posting commits rows with older stamps (business-central/behaviours.md §3), and goes on
 * by the service's own next links, which a cursor keeps.
 */
final class Sweep {

  /**
   * @param entities oldest first
   */
  record Result(List<JsonNode> entities, Cursor next, boolean more) {}

  private record Position(@Nullable Instant newest, @Nullable Instant since, @Nullable URI next) {

    static Position of(@Nullable Cursor cursor) {
      if (cursor == null) {
        return new Position(null, null, null);
      }
      JsonNode json = ModelJson.parse(cursor.value());
      String next = Json.text(json, "next");
      return new Position(
          instant(json, "newest"), instant(json, "since"), next == null ? null : URI.create(next));
    }

    private static @Nullable Instant instant(JsonNode json, String name) {
      String text = Json.text(json, name);
      return text == null ? null : Instant.parse(text);
    }

    Cursor cursor() {
      ObjectNode json = Json.object();
      put(json, "newest", newest);
      put(json, "since", since);
      put(json, "next", next);
      return new Cursor(json.toString());
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
      if (value != null) {
        json.put(name, value.toString());
      }
    }
  }

  private final Supplier<ODataClient> client;
  private final ODataQuery query;
  private final Duration overlap;

  /**
   * @param query what to read, without filter and order
   */
  Sweep(Company company, ODataQuery query, Duration overlap) {
    this(company::client, query, overlap);
  }

  Sweep(Supplier<ODataClient> client, ODataQuery query, Duration overlap) {
    this.client = client;
    this.query = query;
    this.overlap = overlap;
  }

  Result read(@Nullable Cursor from, int limit) {
    Position at = Position.of(from);
    Instant newest = at.newest();
    Instant since =
        at.next() == null ? (newest == null ? null : newest.minus(overlap)) : at.since();
    ODataPage page = page(at, since, limit);
    for (JsonNode entity : page.values()) {
      Instant changed = Json.instant(entity, "lastModifiedDateTime");
      newest = newest == null || changed.isAfter(newest) ? changed : newest;
    }
    boolean more = page.next() != null;
    Position next = new Position(newest, more ? since : null, page.next());
    return new Result(page.values(), next.cursor(), more);
  }

  private ODataPage page(Position at, @Nullable Instant since, int limit) {
    if (at.next() != null) {
      try {
        return client.get().page(at.next(), limit);
      } catch (FaultException e) {
        if (!(e.fault() instanceof Fault.Invalid)) {
          throw e;
        }
        // The link is opaque and may have expired: begin this sweep again.
      }
    }
    ODataQuery ordered = query.orderBy("lastModifiedDateTime");
    return client
        .get()
        .page(since == null ? ordered : ordered.filter("lastModifiedDateTime gt " + since), limit);
  }
}
