package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Turns entities of API v2.0 into documents. */
final class Documents {

  /** When a record was changed. */
  static final String STAMP = "lastModifiedDateTime";

  private Documents() {}

  /** The etag changes with the record; where it is hidden, the time of change stands in. */
  static String version(JsonNode entity) {
    return Json.text(entity, "@odata.etag", Json.text(entity, STAMP, "unknown"));
  }

  /** Guards a write; any state where the service hides it (behaviours.md §4). */
  static String etag(JsonNode entity) {
    return Json.text(entity, "@odata.etag", "*");
  }

  static Document of(EntityType type, JsonNode entity) {
    return new Document(
        type,
        Json.text(entity, "id", ""),
        Json.text(entity, "number"),
        version(entity),
        Json.instant(entity, STAMP),
        false,
        entity);
  }

  static List<Document> of(EntityType type, List<JsonNode> entities) {
    return entities.stream().map(entity -> of(type, entity)).toList();
  }

  /** The same without content. */
  static Document key(EntityType type, JsonNode entity) {
    return thin(of(type, entity));
  }

  static Document thin(Document full) {
    return new Document(
        full.type(), full.id(), full.number(), full.version(), full.changedAt(), false, null);
  }

  /** Of an entity as the service answered it, known to it by id. */
  static Outcome written(JsonNode entity) {
    String id = Json.text(entity, "id");
    return id == null
        ? new Fault.OutcomeUnknown("it was accepted without showing its id")
        : new Outcome.Written(id, Json.text(entity, "number"), version(entity));
  }
}
