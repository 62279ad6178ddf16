package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one entity set by time of change. A sweep begins an overlap before the newest stamp seen,
 * as a long posting commits rows with older stamps (business-central/behaviours.md §3), and goes on
 * by the service's own next links, which a cursor keeps.
 */
final class Sweep {

  /**
   * @param entities oldest first
   */
  record Result(List<JsonNode> entities, Cursor next, boolean more) {

    Page page(EntityType type) {
      return new Page(Documents.of(type, entities), next, more);
    }
  }

  private final Supplier<ODataClient> client;
  private final ODataQuery query;
  private final Duration overlap;
  private final String stamp;

  /**
   * @param query what to read, without filter and order
   */
  Sweep(Company company, ODataQuery query, Duration overlap) {
    this(company::client, query, overlap, Documents.STAMP);
  }

  /**
   * @param stamp field that holds the time of change
   */
  Sweep(Supplier<ODataClient> client, ODataQuery query, Duration overlap, String stamp) {
    this.client = client;
    this.query = query;
    this.overlap = overlap;
    this.stamp = stamp;
  }

  Result read(@Nullable Cursor from, int limit) {
    SweepPosition at = SweepPosition.of(from);
    Instant newest = at.newest();
    Instant since =
        at.next() == null ? (newest == null ? null : newest.minus(overlap)) : at.since();
    ODataPage page = page(at, since, limit);
    for (JsonNode entity : page.values()) {
      Instant changed = Json.instant(entity, stamp);
      newest = newest == null || changed.isAfter(newest) ? changed : newest;
    }
    boolean more = page.next() != null;
    SweepPosition next = new SweepPosition(newest, more ? since : null, page.next());
    return new Result(page.values(), next.cursor(), more);
  }

  private ODataPage page(SweepPosition at, @Nullable Instant since, int limit) {
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
    ODataQuery ordered = query.orderBy(stamp);
    return client
        .get()
        .page(since == null ? ordered : ordered.filter(stamp + " gt " + since), limit);
  }
}
