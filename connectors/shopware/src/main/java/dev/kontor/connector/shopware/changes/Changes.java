package dev.kontor.connector.shopware.changes;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.FaultException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds documents that changed by following the time columns of the document and of everything that
 * belongs to it. A round reads each stream to its end; the next one starts a little earlier.
 */
public final class Changes {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * What one call found.
   *
   * @param ids of documents, each once
   */
  public record Found(Set<String> ids, Cursor next, boolean more) {}

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final List<ChangeStream> streams;

  private Changes(ShopwareApi api, ShopwareSettings settings, List<ChangeStream> streams) {
    this.api = api;
    this.settings = settings;
    this.streams = streams;
  }

  /** Of orders. */
  public static Changes ofOrders(ShopwareApi api, ShopwareSettings settings) {
    return new Changes(
        api, settings, ChangeStream.ofOrders(settings.followCaptures(), settings.followRefunds()));
  }

  /** Of articles, whichever of their variants changed, in all sales channels. */
  public static Changes ofProducts(ShopwareApi api, ShopwareSettings settings) {
    return new Changes(api, settings, ChangeStream.PRODUCTS);
  }

  /** Of customers. */
  public static Changes ofCustomers(ShopwareApi api, ShopwareSettings settings) {
    return new Changes(api, settings, ChangeStream.CUSTOMERS);
  }

  /**
   * Reads on in every stream. A fault ends the page: what was gained before it is kept, so that a
   * shop that often fails is read to its end all the same, and the next page meets it again.
   *
   * @throws FaultException if nothing was gained
   */
  public Found since(@Nullable Cursor from, int limit) {
    ChangeCursor start = from == null ? ChangeCursor.NOTHING_READ : ChangeCursor.parse(from);
    ChangeCursor round = start.isDone(streams) ? start.nextRound(settings.overlap()) : start;
    Map<String, Position> positions = new LinkedHashMap<>(round.positions());
    Set<String> ids = new LinkedHashSet<>();
    try {
      begin(positions);
      advance(positions, limit, ids);
    } catch (FaultException e) {
      if (positions.equals(round.positions())) {
        throw e;
      }
    }
    ChangeCursor next = new ChangeCursor(positions);
    return new Found(ids, next.cursor(), !next.isDone(streams));
  }

  /**
   * Only the creation stream walks over all documents. The others start at their newest row of now,
   * by the shop's own clock: what changed before is in the documents the walk will read.
   */
  private void begin(Map<String, Position> positions) {
    for (ChangeStream stream : streams) {
      positions.computeIfAbsent(
          stream.name(), name -> stream.isCreation() ? Position.BEGINNING : newest(stream));
    }
  }

  private void advance(Map<String, Position> positions, int limit, Set<String> ids) {
    for (ChangeStream stream : streams) {
      Position position = Objects.requireNonNull(positions.get(stream.name()));
      if (!position.done() && ids.size() < limit) {
        positions.put(stream.name(), advance(stream, position, limit - ids.size(), ids));
      }
    }
  }

  private Position newest(ChangeStream stream) {
    Criteria criteria =
        criteria(stream, 1)
            .from(stream.time(), TIME.format(Instant.EPOCH))
            .descending(stream.time());
    JsonNode rows = api.search(stream.entity(), criteria);
    return rows.isEmpty() ? Position.BEGINNING : Position.startingAt(stream.time(rows.path(0)));
  }

  private Position advance(ChangeStream stream, Position from, int wanted, Set<String> ids) {
    StreamPage page = StreamPage.unread(stream, from, wanted, this::rows);
    Position position = from;
    for (JsonNode row : page.fresh()) {
      position = position.after(stream.time(row), stream.id(row));
      ids.add(stream.document(row));
    }
    return page.end() ? position.finished() : position;
  }

  private List<JsonNode> rows(ChangeStream stream, Position from, int page, int limit) {
    Criteria criteria =
        criteria(stream, limit)
            .page(page + 1)
            .from(stream.time(), TIME.format(from.at()))
            .ascending(stream.time())
            .ascending("id");
    return api.search(stream.entity(), criteria).valueStream().toList();
  }

  private Criteria criteria(ChangeStream stream, int limit) {
    Criteria criteria = stream.asking(new Criteria(limit));
    return settings.salesChannels().isEmpty() || stream.channel().isEmpty()
        ? criteria
        : criteria.anyOf(stream.channel(), settings.salesChannels());
  }
}
