package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.ShopTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rows of one search in the order in which they changed.
 *
 * @param path as in an address
 * @param id field with a row's id, which a search knows as {@code entity_id}
 * @param fields wanted of a row, with the id and {@code updated_at}; null for all
 * @param narrowed adds what else the rows must fulfil
 */
record Walk(
    MagentoApi api,
    String path,
    String id,
    @Nullable String fields,
    UnaryOperator<SearchCriteria> narrowed) {

  private static final String TIME = "updated_at";
  private static final String ID = "entity_id";

  /** Time of the row that changed last. */
  Instant newest() {
    List<JsonNode> rows = rows(criteria(1).descending(TIME));
    return rows.isEmpty() ? Instant.EPOCH : ShopTime.of(rows.getFirst(), TIME);
  }

  Position advance(Position from, int wanted, Consumer<JsonNode> taken) {
    List<JsonNode> rows = rows(from, wanted);
    Position position = from;
    for (JsonNode row : rows) {
      position = position.after(ShopTime.of(row, TIME), row.path(id).asLong(0));
      taken.accept(row);
    }
    return rows.size() < wanted ? position.finished() : position;
  }

  /**
   * First the rest of the position's own second, then what is later: many rows change in one
   * second, and the shop cannot search for either or.
   */
  private List<JsonNode> rows(Position from, int wanted) {
    String time = ShopTime.text(from.at());
    if (from.last() == 0) {
      return rows(later(from, wanted).where(TIME, "gteq", time));
    }
    List<JsonNode> rows =
        new ArrayList<>(
            rows(
                criteria(wanted)
                    .equalTo(TIME, time)
                    .above(ID, Long.toString(from.last()))
                    .ascending(ID)));
    if (rows.size() < wanted) {
      rows.addAll(rows(later(from, wanted - rows.size()).above(TIME, time)));
    }
    return rows;
  }

  private SearchCriteria later(Position from, int wanted) {
    return criteria(wanted)
        .where(TIME, "lteq", ShopTime.text(from.until()))
        .ascending(TIME)
        .ascending(ID);
  }

  private List<JsonNode> rows(SearchCriteria criteria) {
    return api.search(path, fields == null ? criteria : criteria.only(fields));
  }

  private SearchCriteria criteria(int size) {
    return narrowed.apply(new SearchCriteria(size));
  }
}
