package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Inserts (deep ones too), updates, deletes and bound actions, each as one transaction. */
final class ODataWriter {
  private final Schema schema;
  private final Rows rows;
  private final ODataReader reader;
  private final boolean tagToDelete;

  ODataWriter(Schema schema, Rows rows, Dialect dialect, ODataReader reader) {
    this.schema = schema;
    this.rows = rows;
    this.reader = reader;
    this.tagToDelete = dialect.tagToDelete();
  }

  Answer insert(ODataRequest request, Table table, @Nullable Navigation from, String local) {
    ObjectNode body = body(request);
    ObjectNode parent = Json.object();
    if (from != null) {
      parent.set(from.remote(), StringNode.valueOf(local));
    }
    return rows.changing(
        () -> {
          ObjectNode row = deepInsert(request.scope(), table, body, parent);
          Row stored = require(request.scope(), table, Rows.key(row));
          return request.prefer().contains("return-no-content")
                  || request.prefer().contains("return=minimal")
              ? Answer.empty(204).with("ETag", stored.etag())
              : reader.single(request, 201, table, stored);
        });
  }

  private ObjectNode deepInsert(String scope, Table table, ObjectNode body, ObjectNode parent) {
    ObjectNode checked = table.checked(body, true);
    checked.setAll(parent);
    ObjectNode row = reader.rules(table).insert(scope, checked);
    for (Navigation navigation : table.navigations()) {
      for (JsonNode child : body.path(navigation.name())) {
        ObjectNode reference = Json.object();
        reference.set(navigation.remote(), row.path(navigation.local()));
        deepInsert(scope, schema.require(navigation.targetSet()), asObject(child), reference);
      }
    }
    reader.rules(table).inserted(scope, row);
    return row;
  }

  Answer update(ODataRequest request, Table table, String id) {
    ObjectNode body = body(request);
    if (table.navigations().stream().anyMatch(n -> body.has(n.name()))) {
      throw ODataFault.of(Problem.MALFORMED_BODY, "Deep update is not supported.");
    }
    return rows.changing(
        () -> {
          Row row = require(request.scope(), table, id);
          match(request, row, true);
          ObjectNode patch = table.checked(body, false);
          reader.rules(table).update(request.scope(), row.data().deepCopy(), patch);
          return reader.single(request, 200, table, require(request.scope(), table, id));
        });
  }

  /** Replaces the bytes of a stream column; needs the row's tag as an update does. */
  Answer setContent(ODataRequest request, Table table, String id) {
    return rows.changing(
        () -> {
          Row row = require(request.scope(), table, id);
          match(request, row, true);
          String type = request.call().header("Content-Type").orElse("application/octet-stream");
          reader
              .rules(table)
              .setContent(request.scope(), row.data().deepCopy(), type, request.call().body());
          return Answer.empty(204);
        });
  }

  Answer delete(ODataRequest request, Table table, String id) {
    return rows.changing(
        () -> {
          Row row = require(request.scope(), table, id);
          match(request, row, tagToDelete);
          reader.rules(table).delete(request.scope(), row.data().deepCopy());
          return Answer.empty(204);
        });
  }

  Answer act(ODataRequest request, Table table, String id, String name) {
    Action action = table.action(name).orElseThrow(() -> Rules.unknownAction(name));
    JsonNode parameters = request.call().body().length == 0 ? Json.object() : body(request);
    action.check(parameters);
    return rows.changing(
        () -> {
          Row row = require(request.scope(), table, id);
          match(request, row, false);
          return reader.rules(table).act(request.scope(), row.data().deepCopy(), name, parameters);
        });
  }

  Row require(String scope, Table table, String id) {
    return rows.find(scope, table.source(), id)
        .orElseThrow(
            () ->
                ODataFault.of(
                    Problem.ROW_NOT_FOUND,
                    "The %s with id '%s' does not exist.".formatted(table.entity(), id)));
  }

  // An action compares the tag only when one is sent (business-central/behaviours.md §4).
  private static void match(ODataRequest request, Row row, boolean required) {
    Optional<String> tag = request.call().header("If-Match");
    boolean wellFormed = tag.isPresent() && (tag.get().equals("*") || tag.get().contains("\""));
    if (tag.isPresent() ? !wellFormed : required) {
      throw ODataFault.of(
          Problem.ETAG_MISSING,
          "Could not validate the client concurrency token required by the service. Please read the entity again to obtain the current token.");
    }
    if (tag.isPresent() && !tag.get().equals("*") && !tag.get().equals(row.etag())) {
      throw ODataFault.of(Problem.ETAG_STALE, "Another user has already changed the record.");
    }
  }

  private static ObjectNode body(ODataRequest request) {
    try {
      return asObject(request.call().json());
    } catch (JacksonException e) {
      throw ODataFault.of(Problem.MALFORMED_BODY, "The request body is not valid JSON.");
    }
  }

  private static ObjectNode asObject(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw ODataFault.of(Problem.MALFORMED_BODY, "A JSON object is expected.");
  }
}
