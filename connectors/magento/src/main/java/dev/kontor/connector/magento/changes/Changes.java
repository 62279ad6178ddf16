package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.ShopTime;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.FaultException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds orders that changed by the time of change of the order and of what belongs to it. A round
 * reads each to the end it had when the round began; the next one starts a little before that.
 */
final class Changes {

  /**
   * What one call found.
   *
   * @param orders ids, each once
   */
  record Found(Set<String> orders, Cursor next, boolean more) {}

  private final MagentoApi api;
  private final MagentoSettings settings;

  Changes(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
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
    try {
      advance(positions, limit, orders);
    } catch (FaultException e) {
      if (positions.equals(start)) {
        throw e;
      }
    }
    boolean more = !positions.values().stream().allMatch(Position::done);
    return new Found(orders, cursor(positions), more);
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
    List<JsonNode> rows = rows(entity, criteria(1).descending("updated_at"));
    return rows.isEmpty() ? Instant.EPOCH : ShopTime.of(rows.getFirst(), "updated_at");
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
    List<JsonNode> rows = rows(entity, from, wanted);
    Position position = from;
    for (JsonNode row : rows) {
      long id = row.path("entity_id").asLong(0);
      position = position.after(ShopTime.of(row, "updated_at"), id);
      orders.add(row.path(entity.order).asString(""));
    }
    return rows.size() < wanted ? position.finished() : position;
  }

  /**
   * First the rest of the position's own second, then what is later: many rows change in one
   * second, and the shop cannot search for either or.
   */
  private List<JsonNode> rows(Entity entity, Position from, int wanted) {
    String time = ShopTime.text(from.at());
    if (from.last() == 0) {
      return rows(entity, later(from, wanted).where("updated_at", "gteq", time));
    }
    List<JsonNode> rows =
        new ArrayList<>(
            rows(
                entity,
                criteria(wanted)
                    .equalTo("updated_at", time)
                    .above("entity_id", Long.toString(from.last()))
                    .ascending("entity_id")));
    if (rows.size() < wanted) {
      rows.addAll(rows(entity, later(from, wanted - rows.size()).above("updated_at", time)));
    }
    return rows;
  }

  private SearchCriteria later(Position from, int wanted) {
    return criteria(wanted)
        .where("updated_at", "lteq", ShopTime.text(from.until()))
        .ascending("updated_at")
        .ascending("entity_id");
  }

  private List<JsonNode> rows(Entity entity, SearchCriteria criteria) {
    String order = entity == Entity.ORDERS ? "" : "," + entity.order;
    return api.search(entity.path, criteria.only("entity_id,updated_at" + order));
  }

  private SearchCriteria criteria(int size) {
    SearchCriteria criteria = new SearchCriteria(size);
    return settings.storeIds().isEmpty()
        ? criteria
        : criteria.anyOf("store_id", settings.storeIds());
  }

  private static Cursor cursor(Map<Entity, Position> positions) {
    return new Cursor(
        positions.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().text())
            .collect(Collectors.joining(";")));
  }

  private static Map<Entity, Position> parse(Cursor cursor) {
    Map<Entity, Position> positions = new EnumMap<>(Entity.class);
    Stream.of(cursor.value().split(";"))
        .map(part -> part.split("="))
        .forEach(part -> positions.put(Entity.valueOf(part[0]), Position.parse(part[1])));
    return positions;
  }
}
