package dev.kontor.twin.shopware.hooks;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Change;
import dev.kontor.twin.shopware.data.Commit;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The events of a commit with their payloads: business events whole, .written events thin. */
final class Notices {
  private final Schema schema;

  Notices(Schema schema) {
    this.schema = schema;
  }

  /** Event name → payload, the .written ones first. */
  Map<String, JsonNode> written(Commit commit) {
    Map<String, JsonNode> notices = new LinkedHashMap<>();
    for (Change change : commit.changes()) {
      ((tools.jackson.databind.node.ArrayNode)
              notices.computeIfAbsent(change.entity() + ".written", e -> Json.array()))
          .add(payload(change));
    }
    return notices;
  }

  private ObjectNode payload(Change change) {
    Entity entity = schema.entity(change.entity());
    ObjectNode json =
        Json.object()
            .put("entity", change.entity())
            .put("operation", change.operation().json())
            .put("primaryKey", change.id());
    var fields = json.putArray("updatedFields");
    if (entity.versioned()) {
      fields.add("versionId");
    }
    change.fields().stream().filter(f -> !f.equals("id")).forEach(fields::add);
    fields.add("id");
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
    return !event.endsWith(".written")
        || schema.find(event.substring(0, event.indexOf('.'))).map(Entity::versioned).orElse(false);
  }
}
