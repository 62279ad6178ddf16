package dev.kontor.connector.shopware.changes;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The positions of all streams, as text that survives a restart. */
record ChangeCursor(Map<String, Position> positions) {

  static final ChangeCursor NOTHING_READ = new ChangeCursor(Map.of());

  static ChangeCursor parse(Cursor cursor) {
    try {
      Map<String, Position> positions = new LinkedHashMap<>();
      for (var entry : ModelJson.parse(cursor.value()).properties()) {
        JsonNode at = entry.getValue();
        positions.put(
            entry.getKey(),
            new Position(
                Instant.parse(at.path("high").asString()),
                Instant.parse(at.path("at").asString()),
                at.path("last").asString(""),
                at.path("read").asInt(0),
                at.path("done").asBoolean(false)));
      }
      return new ChangeCursor(positions);
    } catch (JacksonException | DateTimeParseException e) {
      throw new FaultException(
          new Fault.Invalid("cursor", "was not written by this connector; reset the flow", null));
    }
  }

  Cursor cursor() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    positions.forEach(
        (name, position) ->
            json.putObject(name)
                .put("high", position.high().toString())
                .put("at", position.at().toString())
                .put("last", position.last())
                .put("read", position.read())
                .put("done", position.done()));
    return new Cursor(json.toString());
  }

  /** Whether every one of these streams was read to its end. */
  boolean isDone(List<ChangeStream> streams) {
    return streams.stream()
        .map(stream -> positions.get(stream.name()))
        .allMatch(position -> position != null && position.done());
  }

  /** Every stream from its newest time, less the overlap. */
  ChangeCursor nextRound(Duration overlap) {
    Map<String, Position> again = new LinkedHashMap<>();
    positions.forEach((name, position) -> again.put(name, position.again(overlap)));
    return new ChangeCursor(again);
  }
}
