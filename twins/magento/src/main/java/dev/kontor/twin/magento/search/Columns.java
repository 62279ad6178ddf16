package dev.kontor.twin.magento.search;

import dev.kontor.twin.magento.ApiError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one kind of record can be filtered and sorted by.
 *
 * @param unknown the shop's answer to any other field
 */
public record Columns(
    Map<String, Kind> kinds,
    BiFunction<ObjectNode, String, @Nullable JsonNode> value,
    Function<String, ApiError> unknown) {

  /**
   * Columns of a database table, from the types of its data object; any other field is an error of
   * the server (magento/observed.md "Errors").
   */
  public static Columns ofTable(Map<String, String> types) {
    return new Columns(kinds(types), ObjectNode::get, field -> ApiError.internal());
  }

  /** The scalar ones of these types. */
  public static Map<String, Kind> kinds(Map<String, String> types) {
    Map<String, Kind> kinds = new HashMap<>();
    types.forEach(
        (name, type) -> {
          switch (type) {
            case "int", "float", "bool" -> kinds.put(name, Kind.NUMBER);
            case "string" -> kinds.put(name, name.endsWith("_at") ? Kind.TIME : Kind.TEXT);
            default -> {}
          }
        });
    return kinds;
  }

  Kind kind(String field) {
    return Optional.ofNullable(kinds.get(field)).orElseThrow(() -> unknown.apply(field));
  }

  @Nullable JsonNode of(ObjectNode row, String field) {
    JsonNode stored = value.apply(row, field);
    return stored == null || stored.isNull() ? null : stored;
  }
}
