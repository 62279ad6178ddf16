package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.FaultException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds orders that changed by the time of change of the order and of what belongs to it. A round
 * reads each to the end it had when the round began; the next one starts a little before that.
 */
final class Changes {

  private static final String RETURNS = "RETURNS=";

  /**
   * What one call found.
   *
   * @param orders ids, each once
   */
  record Found(Set<String> orders, Cursor next, boolean more) {}

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final Returns returns;

  Changes(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
    this.returns = new Returns(api);
  }

  /**
   * Reads on. A fault ends the page: what was gained before it is kept, so that a shop that often
   * fails is read to its end all the same, and the next page meets it again.
   *
   * @throws FaultException if nothing was gained
   */
  Found since(@Nullable Cursor from, int limit) {
    Map<Entity, Position> positions = from == null ? begun() : round(parse(from));
    Map<Entity, Position> start = new EnumMap<>(positions);
    Set<String> orders = new LinkedHashSet<>();
    SeenReturns seen = settings.returns() ? returned(from, limit, orders) : null;
    boolean gained = !orders.isEmpty();
    try {
      advance(positions, limit, orders);
    } catch (FaultException e) {
      if (positions.equals(start) && !gained) {
        throw e;
      }
    }
    boolean more =
        !positions.values().stream().allMatch(Position::done) || (seen != null && seen.more());
    return new Found(orders, cursor(positions, seen), more);
  }

  /** Of the beginning of time, the walk reads the orders with what came back of them. */
  private SeenReturns returned(@Nullable Cursor from, int limit, Set<String> orders) {
    String known = from == null ? "" : seen(from);
    return known.isEmpty() ? returns.now() : returns.since(SeenReturns.parse(known), limit, orders);
  }

  /**
   * Only the orders themselves are walked from the beginning of time. The others start at their
   * newest row of now, by the shop's own clock: what changed before is in the orders the walk
   * reads.
   */
  private Map<Entity, Position> begun() {
    Map<Entity, Position> positions = new EnumMap<>(Entity.class);
    for (Entity entity : Entity.PARTS) {
      Instant newest = newest(entity);
      positions.put(entity, Position.startingAt(newest, newest));
    }
    positions.put(Entity.ORDERS, Position.startingAt(Instant.EPOCH, newest(Entity.ORDERS)));
    return positions;
  }

  /** The next one, if this is over. */
  private Map<Entity, Position> round(Map<Entity, Position> positions) {
    if (positions.values().stream().allMatch(Position::done)) {
      positions.replaceAll(
          (entity, position) -> position.again(settings.overlap(), newest(entity)));
    }
    return positions;
  }

  private Instant newest(Entity entity) {
    return walk(entity).newest();
  }

  private void advance(Map<Entity, Position> positions, int limit, Set<String> orders) {
    for (Map.Entry<Entity, Position> entry : positions.entrySet()) {
      int wanted = limit - orders.size();
      if (!entry.getValue().done() && wanted > 0) {
        entry.setValue(advance(entry.getKey(), entry.getValue(), wanted, orders));
      }
    }
  }

  private Position advance(Entity entity, Position from, int wanted, Set<String> orders) {
    return walk(entity)
        .advance(from, wanted, row -> orders.add(row.path(entity.order).asString("")));
  }

  private Walk walk(Entity entity) {
    String order = entity == Entity.ORDERS ? "" : "," + entity.order;
    return new Walk(
        api, entity.path, "entity_id", "entity_id,updated_at" + order, this::ofTheStores);
  }

  private SearchCriteria ofTheStores(SearchCriteria criteria) {
    return settings.storeIds().isEmpty()
        ? criteria
        : criteria.anyOf("store_id", settings.storeIds());
  }

  private static Cursor cursor(Map<Entity, Position> positions, @Nullable SeenReturns seen) {
    String text =
        positions.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().text())
            .collect(Collectors.joining(";"));
    return new Cursor(seen == null ? text : text + ";" + RETURNS + seen.text());
  }

  /** What was seen of returns; empty if none were looked at. */
  private static String seen(Cursor cursor) {
    return Stream.of(cursor.value().split(";"))
        .filter(part -> part.startsWith(RETURNS))
        .map(part -> part.substring(RETURNS.length()))
        .findFirst()
        .orElse("");
  }

  private static Map<Entity, Position> parse(Cursor cursor) {
    Map<Entity, Position> positions = new EnumMap<>(Entity.class);
    Stream.of(cursor.value().split(";"))
        .filter(part -> !part.startsWith(RETURNS))
        .map(part -> part.split("="))
        .forEach(part -> positions.put(Entity.valueOf(part[0]), Position.parse(part[1])));
    return positions;
  }
}
