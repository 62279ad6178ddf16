package dev.kontor.twin.shopware.hooks;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Change;
import dev.kontor.twin.shopware.data.Commit;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The events of a commit with their payloads: business events whole, .written events thin. */
final class Notices {
  private static final Set<String> HOOKABLE =
      Set.of(
          "product",
          "product_price",
          "category",
          "sales_channel",
          "sales_channel_domain",
          "customer",
          "customer_address",
          "order",
          "order_address",
          "document",
          "media");
  private final Schema schema;

  Notices(Schema schema) {
    this.schema = schema;
  }

  /**
   * Event name → payload of what was written and deleted; of other entities no webhook hears
   * (Shopware's HookableEventCollector).
   */
  Map<String, JsonNode> written(Commit commit) {
    Map<String, JsonNode> notices = new LinkedHashMap<>();
    for (Change change : commit.changes()) {
      if (HOOKABLE.contains(change.entity())) {
        ((ArrayNode) notices.computeIfAbsent(event(change), e -> Json.array()))
            .add(payload(change));
      }
    }
    return notices;
  }

  private static String event(Change change) {
    boolean deleted = change.operation() == Change.Operation.DELETE;
    return change.entity() + (deleted ? ".deleted" : ".written");
  }

  private ObjectNode payload(Change change) {
    Entity entity = schema.entity(change.entity());
    ObjectNode json =
        Json.object()
            .put("entity", change.entity())
            .put("operation", change.operation().json())
            .put("primaryKey", change.id());
    if (change.operation() != Change.Operation.DELETE) {
      Fields.list(change, entity, json.putArray("updatedFields"));
    }
    if (entity.versioned()) {
      json.put("versionId", change.versionId());
    }
    return json;
  }

  /** Without the rows of drafts, for a webhook limited to the live version; may be empty. */
  static JsonNode live(JsonNode payload) {
    if (!payload.isArray()) {
      return payload;
    }
    var rows = Json.array();
    payload.valueStream().filter(r -> !isDraft(r)).forEach(rows::add);
    return rows;
  }

  private static boolean isDraft(JsonNode row) {
    String version = Values.text(row, "versionId");
    return version != null && !version.equals(Values.LIVE_VERSION);
  }

  /** Whether a webhook limited to the live version would hear of this event. */
  boolean live(String event) {
    return !(event.endsWith(".written") || event.endsWith(".deleted"))
        || schema.find(event.substring(0, event.indexOf('.'))).map(Entity::versioned).orElse(false);
  }
}
