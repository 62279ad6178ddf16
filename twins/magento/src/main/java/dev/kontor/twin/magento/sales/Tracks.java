package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tracking numbers of shipments; they do not move the order (magento/observed.md). */
final class Tracks {
  private Tracks() {}

  /** Adds one to a shipment. An empty description is kept as none. */
  static ObjectNode add(Tables tables, ObjectNode shipment, ObjectNode given) {
    String now = tables.now();
    ObjectNode track =
        Json.object()
            .put("order_id", Row.number(shipment, "order_id"))
            .put("created_at", now)
            .put("entity_id", tables.next("track"))
            .put("parent_id", Row.number(shipment, "entity_id"))
            .put("updated_at", now);
    for (String column : new String[] {"weight", "qty", "description"}) {
      JsonNode value = given.path(column);
      boolean none = value.isMissingNode() || (value.isString() && value.asString().isEmpty());
      track.set(column, none ? Json.MAPPER.nullNode() : value);
    }
    track
        .put("track_number", Row.text(given, "track_number"))
        .put("title", Row.text(given, "title"))
        .put("carrier_code", Row.text(given, "carrier_code"));
    ((ArrayNode) shipment.path("tracks")).add(track);
    return track;
  }

  /** POST /V1/shipment/track; answers with the track as it was sent. */
  static JsonNode save(Tables tables, JsonNode entity) {
    Optional<ObjectNode> shipment =
        tables
            .shipments()
            .find(Row.number(entity, "parent_id"))
            .filter(s -> Row.number(s, "order_id") == Row.number(entity, "order_id"));
    if (shipment.isEmpty()) {
      throw ApiError.of(400, "Could not save the shipment tracking.");
    }
    ObjectNode answer = add(tables, shipment.get(), (ObjectNode) entity).deepCopy();
    entity.optional("description").ifPresent(d -> answer.set("description", d));
    return answer;
  }
}
