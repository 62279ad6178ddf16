package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.spi.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What changed of documents that are one row each. A round reads to the end there was when it
 * began; the next one starts a little before that.
 */
public final class RowChanges {

  private final Walk walk;
  private final Duration overlap;

  /**
   * @param path as in an address
   * @param id field with a row's id, which a search knows as {@code entity_id}
   */
  public RowChanges(
      MagentoApi api,
      String path,
      String id,
      Duration overlap,
      UnaryOperator<SearchCriteria> narrowed) {
    this.walk = new Walk(api, path, id, null, narrowed);
    this.overlap = overlap;
  }

  /**
   * @throws dev.kontor.spi.FaultException the shop's refusal
   */
  public FoundRows since(@Nullable Cursor from, int limit) {
    Position start =
        from == null
            ? Position.startingAt(Instant.EPOCH, walk.newest())
            : Position.parse(from.value());
    Position position = start.done() ? start.again(overlap, walk.newest()) : start;
    List<JsonNode> rows = new ArrayList<>();
    Position next = walk.advance(position, Math.min(limit, SearchCriteria.MAX_SIZE), rows::add);
    return new FoundRows(rows, new Cursor(next.text()), !next.done());
  }
}
