package dev.kontor.twin.shopware.index;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conditions of a rule as one nested payload, which is what a cart evaluates: a rule without
 * conditions, or one not indexed yet, has none and never matches (Shopware's RulePayloadUpdater,
 * RuleCollection::filterMatchingRules).
 */
final class RuleIndex {
  private final Tables tables;

  RuleIndex(Tables tables) {
    this.tables = tables;
  }

  void update(String id) {
    if (tables.find("rule", id).isEmpty()) {
      return;
    }
    List<ObjectNode> conditions =
        tables.where("rule_condition", "ruleId", id).stream()
            .sorted(Comparator.comparingInt(c -> c.path("position").asInt(0)))
            .toList();
    ObjectNode fields = Json.object();
    fields.set("payload", conditions.isEmpty() ? Json.MAPPER.nullNode() : nested(conditions, null));
    boolean prices = !tables.where("product_price", "ruleId", id).isEmpty();
    ArrayNode areas = Json.array();
    fields.set("areas", prices ? areas.add("product") : Json.MAPPER.nullNode());
    tables.updateSilently("rule", id, fields);
  }

  private static ArrayNode nested(List<ObjectNode> conditions, @Nullable String parentId) {
    ArrayNode list = Json.array();
    for (ObjectNode condition : conditions) {
      if (Objects.equals(parentId, Values.text(condition, "parentId"))) {
        ObjectNode json = Json.object().put("type", Values.required(condition, "type"));
        json.set("value", Values.orNull(condition.get("value")));
        json.set("children", nested(conditions, Values.required(condition, "id")));
        list.add(json);
      }
    }
    return list;
  }
}
