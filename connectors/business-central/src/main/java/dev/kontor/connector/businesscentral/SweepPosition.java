package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a sweep stands.
 *
 * @param newest stamp seen
 * @param since where the sweep under way began
 * @param next link of the service; null between sweeps
 */
record SweepPosition(@Nullable Instant newest, @Nullable Instant since, @Nullable URI next) {

  static SweepPosition of(@Nullable Cursor cursor) {
    if (cursor == null) {
      return new SweepPosition(null, null, null);
    }
    JsonNode json = ModelJson.parse(cursor.value());
    String next = Json.text(json, "next");
    return new SweepPosition(
        instant(json, "newest"), instant(json, "since"), next == null ? null : URI.create(next));
  }

  private static @Nullable Instant instant(JsonNode json, String name) {
    String text = Json.text(json, name);
    return text == null ? null : Instant.parse(text);
  }

  Cursor cursor() {
    ObjectNode json = Json.object();
    put(json, "newest", newest);
    put(json, "since", since);
    put(json, "next", next);
    return new Cursor(json.toString());
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
