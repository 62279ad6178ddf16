package dev.kontor.twin.shopware.search;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Kind;
import dev.kontor.twin.shopware.schema.Schema;
import dev.kontor.twin.shopware.search.Filter.Bound;
import dev.kontor.twin.shopware.search.Filter.Join;
import dev.kontor.twin.shopware.search.Filter.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads the filters of a criteria body; collects the entities they touch. */
final class FilterReader {
  private final Entity entity;
  private final Schema schema;
  private final Set<String> touched;

  FilterReader(Entity entity, Schema schema, Set<String> touched) {
    this.entity = entity;
    this.schema = schema;
    this.touched = touched;
  }

  List<Filter> all(JsonNode list) {
    List<Filter> filters = new ArrayList<>();
    if (list.isObject()) {
      list.properties()
          .forEach(p -> filters.add(new Filter.Equals(path(p.getKey()), List.of(p.getValue()))));
    } else {
      list.forEach(f -> filters.add(one(f)));
    }
    return filters;
  }

  private Filter one(JsonNode json) {
    String type = json.path("type").asString("");
    return switch (type) {
      case "equals" -> new Filter.Equals(field(json), List.of(json.path("value")));
      case "equalsAny" -> new Filter.Equals(field(json), anyOf(json.path("value")));
      case "contains" -> text(json, Part.CONTAINS);
      case "prefix" -> text(json, Part.PREFIX);
      case "suffix" -> text(json, Part.SUFFIX);
      case "range" -> range(json);
      case "not" -> group(json, true);
      case "multi" -> group(json, false);
      default -> throw invalid("Unsupported filter type \"" + type + "\".");
    };
  }

  private Filter range(JsonNode json) {
    Path path = field(json);
    Map<Bound, JsonNode> bounds = bounds(json.path("parameters"));
    if (path.kind() == Kind.DATE) {
      bounds.replaceAll((bound, value) -> stored(value));
    }
    return new Filter.Range(path, bounds);
  }

  // In the notation of the rows, so that comparing does not parse each row's time.
  private static JsonNode stored(JsonNode time) {
    return Values.instant(time.asString(""))
        .map(i -> (JsonNode) StringNode.valueOf(Values.time(i)))
        .orElse(time);
  }

  private Filter text(JsonNode json, Part part) {
    return new Filter.Text(field(json), part, json.path("value").asString(""));
  }

  private Filter group(JsonNode json, boolean inverted) {
    String operator = json.path("operator").asString("and").toUpperCase(Locale.ROOT);
    Join join = Join.valueOf(operator.equals("NAND") || operator.equals("NOR") ? "AND" : operator);
    return new Filter.Group(join, inverted, all(json.path("queries")));
  }

  private Path field(JsonNode json) {
    String name = json.path("field").asString("");
    if (name.isEmpty()) {
      throw invalid(
          "Parameter \"field\" for " + json.path("type").asString() + " filter is missing.");
    }
    return path(name);
  }

  Path path(String name) {
    Path path = Path.parse(name, entity, schema);
    touched.addAll(path.entities());
    return path;
  }

  private static List<JsonNode> anyOf(JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(values::add);
    } else {
      for (String part : value.asString().split("\\|", -1)) {
        values.add(StringNode.valueOf(part));
      }
    }
    return values;
  }

  private static Map<Bound, JsonNode> bounds(JsonNode parameters) {
    Map<Bound, JsonNode> bounds = new EnumMap<>(Bound.class);
    for (Bound bound : Bound.values()) {
      JsonNode value = parameters.get(bound.name().toLowerCase(Locale.ROOT));
      if (value != null && !value.isNull()) {
        bounds.put(bound, value);
      }
    }
    return bounds;
  }

  private static ApiError invalid(String detail) {
    return ApiError.of(400, "FRAMEWORK__INVALID_FILTER_QUERY", detail, Json.object());
  }
}
