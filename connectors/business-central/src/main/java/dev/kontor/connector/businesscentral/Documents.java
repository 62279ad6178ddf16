package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import tools.jackson.databind.JsonNode;

/** Turns entities of API v2.0 into documents. */
final class Documents {

  private Documents() {}

  /** The etag changes with the record; where it is hidden, the time of change stands in. */
  static String version(JsonNode entity) {
    return Json.text(entity, "@odata.etag", Json.text(entity, "lastModifiedDateTime", "unknown"));
  }

  static Document of(EntityType type, JsonNode entity) {
    return new Document(
        type,
        Json.text(entity, "id", ""),
        Json.text(entity, "number"),
        version(entity),
        Json.instant(entity, "lastModifiedDateTime"),
        false,
        entity);
  }

  /** The same without content. */
  static Document key(EntityType type, JsonNode entity) {
    Document full = of(type, entity);
    return new Document(
        type, full.id(), full.number(), full.version(), full.changedAt(), false, null);
  }
}
