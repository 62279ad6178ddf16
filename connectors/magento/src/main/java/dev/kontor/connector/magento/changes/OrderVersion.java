package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.order.ShopTime;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order with everything that belongs to it as a document. Its version differs whenever a row was
 * added, changed or removed; a tracking code counts, too, as it moves no time of change
 * (magento/observed.md, Fulfilment).
 */
final class OrderVersion {

  private OrderVersion() {}

  /**
   * @param order the shop's row, thin or full
   * @param parts rows of the same order
   * @param returns of the same order, which have no time of change
   * @param content null if thin
   */
  static Document document(
      JsonNode order,
      Map<Entity, List<JsonNode>> parts,
      List<JsonNode> returns,
      @Nullable JsonNode content) {
    StringBuilder text = new StringBuilder(told(Entity.ORDERS, order));
    Instant newest = ShopTime.of(order, "updated_at");
    for (Entity entity : Entity.PARTS) {
      for (JsonNode row : parts.getOrDefault(entity, List.of())) {
        text.append('\n').append(told(entity, row));
        Instant changed = ShopTime.of(row, "updated_at");
        newest = changed.isAfter(newest) ? changed : newest;
      }
    }
    returns.forEach(row -> text.append("\nRETURNS|").append(Returns.told(row)));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return new Document(
        EntityType.ORDER,
        order.path("entity_id").asString(""),
        order.path("increment_id").asString(""),
        UUID.nameUUIDFromBytes(bytes).toString(),
        newest,
        false,
        content);
  }

  /** Of fields that a thin row has, too. */
  private static String told(Entity entity, JsonNode row) {
    return String.join(
        "|",
        entity.name(),
        row.path("entity_id").asString(""),
        row.path("updated_at").asString(""),
        entity == Entity.SHIPMENTS ? tracks(row) : states(row));
  }

  private static String states(JsonNode row) {
    return row.path("state").asString("") + "|" + row.path("status").asString("");
  }

  private static String tracks(JsonNode row) {
    return row.path("tracks")
        .valueStream()
        .map(t -> t.path("entity_id").asString("") + t.path("track_number").asString(""))
        .collect(Collectors.joining(","));
  }
}
