package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data objects of the shop's services ({@code types.json}, from the vendor's REST schema), and
 * the check of what a caller sends: an unknown field is refused under its camelised name, a value
 * of the wrong type with the name of its field (magento/observed.md "Errors"). Fields of Adobe
 * Commerce ({@code types-commerce.json}) are known there only.
 */
public final class Types {
  private final Map<String, Map<String, String>> fields = new HashMap<>();

  public Types(boolean commerce) {
    add("types.json");
    if (commerce) {
      add("types-commerce.json");
    }
  }

  private void add(String file) {
    Resources.json(file)
        .properties()
        .forEach(
            type -> {
              Map<String, String> known =
                  fields.computeIfAbsent(type.getKey(), name -> new TreeMap<>());
              type.getValue()
                  .properties()
                  .forEach(f -> known.put(f.getKey(), f.getValue().asString()));
            });
  }

  /** Fields and types of one data object. */
  public Map<String, String> of(String type) {
    return Map.copyOf(fields.getOrDefault(type, Map.of()));
  }

  /** The parameters of a service, taken from what was sent; others are not looked at. */
  ObjectNode read(JsonNode sent, List<Param> params) {
    ObjectNode read = Json.object();
    ArrayNode missing = Json.array();
    for (Param param : params) {
      JsonNode value = sent.path(param.name());
      JsonNode given = value.isMissingNode() ? sent.path(Names.snake(param.name())) : value;
      if (!given.isMissingNode() && !given.isNull()) {
        read.set(param.name(), top(given, param.type()));
      } else if (param.required()) {
        missing.add(param.name());
      }
    }
    refuse(missing);
    return read;
  }

  private JsonNode top(JsonNode given, String type) {
    try {
      return value(given, type);
    } catch (BadValue bad) {
      throw ApiError.of(400, bad.text());
    }
  }

  private static void refuse(ArrayNode missing) {
    if (missing.size() == 1) {
      throw ApiError.required(missing.path(0).asString());
    }
    if (!missing.isEmpty()) {
      ArrayNode errors = Json.array();
      missing.forEach(
          name ->
              errors.add(
                  ApiError.entry(
                      "\"%fieldName\" is required. Enter and try again.",
                      Json.object().set("fieldName", name))));
      throw ApiError.of(400, "One or more input exceptions have occurred.").with(errors);
    }
  }

  private JsonNode value(JsonNode given, String type) {
    if (given.isNull() || type.equals("any")) {
      return given;
    }
    if (type.endsWith("[]")) {
      return list(given, type);
    }
    return Simple.isSimple(type) ? Simple.read(given, type) : object(given, type);
  }

  private JsonNode list(JsonNode given, String type) {
    String element = type.substring(0, type.length() - 2);
    if (!given.isContainer()) {
      if (Simple.isSimple(element)) {
        throw BadValue.of(Simple.phpType(given), type);
      }
      return Json.MAPPER.nullNode();
    }
    ArrayNode list = Json.array();
    given.forEach(e -> list.add(value(e, element)));
    return list;
  }

  private JsonNode object(JsonNode given, String type) {
    Map<String, String> known = fields.get(type);
    if (known == null) {
      return given;
    }
    ObjectNode read = Json.object();
    for (var sent : given.properties()) {
      String name = known.containsKey(sent.getKey()) ? sent.getKey() : Names.snake(sent.getKey());
      String fieldType = known.get(name);
      if (fieldType == null) {
        throw ApiError.named(
            400,
            "\"%fieldName\" is not supported. Correct the field name and try again.",
            "fieldName",
            Names.upperCamel(sent.getKey()));
      }
      read.set(name, field(sent.getKey(), sent.getValue(), fieldType));
    }
    return read;
  }

  private JsonNode field(String name, JsonNode given, String type) {
    try {
      return value(given, type);
    } catch (BadValue bad) {
      throw bad.in(name);
    }
  }
}
