package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trims an answer to {@code fields=items[sku,name],total_count}, as Magento's FieldsFilter does: an
 * empty list under a trimmed field becomes null (magento/observed.md "Nulls and types"), an ill
 * formed filter leaves an empty list of the whole answer.
 */
final class Fields {

  /** Named fields; a null value keeps the field whole. */
  private static final class Wanted extends LinkedHashMap<String, @Nullable Wanted> {}

  private Fields() {}

  static JsonNode trim(JsonNode answer, String fields) {
    Wanted wanted = parse(fields);
    if (wanted == null) {
      return Json.array();
    }
    return answer.isContainer() ? applied(answer, wanted) : answer;
  }

  private static @Nullable Wanted parse(String fields) {
    if (!fields.matches("[\\w\\[\\],]+")) {
      return null;
    }
    Deque<Wanted> open = new ArrayDeque<>();
    Wanted current = new Wanted();
    String last = "";
    for (String token : fields.split("(?<=[\\[\\],])|(?=[\\[\\],])")) {
      switch (token) {
        case "," -> {}
        case "[" -> {
          Wanted inner = new Wanted();
          current.put(last, inner);
          open.push(current);
          current = inner;
        }
        case "]" -> {
          if (open.isEmpty()) {
            return null;
          }
          current = open.pop();
        }
        default -> {
          current.put(token, null);
          last = token;
        }
      }
    }
    return open.isEmpty() ? current : null;
  }

  private static JsonNode applied(JsonNode value, Map<String, @Nullable Wanted> wanted) {
    if (value instanceof ObjectNode object && !object.isEmpty()) {
      return kept(object, wanted);
    }
    if (value.isEmpty()) {
      return Json.MAPPER.nullNode();
    }
    ArrayNode list = Json.array();
    value.forEach(e -> list.add(e instanceof ObjectNode o ? kept(o, wanted) : e));
    return list;
  }

  private static ObjectNode kept(ObjectNode object, Map<String, @Nullable Wanted> wanted) {
    ObjectNode kept = Json.object();
    for (var field : object.properties()) {
      if (wanted.containsKey(field.getKey())) {
        Wanted inner = wanted.get(field.getKey());
        boolean whole = inner == null || !field.getValue().isContainer();
        kept.set(
            field.getKey(), whole ? field.getValue() : applied(field.getValue(), wanted(inner)));
      }
    }
    return kept;
  }

  private static Wanted wanted(@Nullable Wanted inner) {
    return inner == null ? new Wanted() : inner;
  }
}
