package dev.kontor.twin.shopware.index;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A variant's options in words, by the name of their group. */
final class Variation {
  private Variation() {}

  static ArrayNode of(ObjectNode product, Tables tables) {
    List<ObjectNode> options =
        product
            .path("optionIds")
            .valueStream()
            .flatMap(o -> tables.find("property_group_option", o.asString()).stream())
            .toList();
    ArrayNode list = Json.array();
    options.stream()
        .map(
            o ->
                Json.object()
                    .put("group", Values.text(group(o, tables), "name"))
                    .put("option", Values.text(o, "name")))
        .sorted(Comparator.comparing(o -> o.path("group").asString("")))
        .forEach(list::add);
    return list;
  }

  private static ObjectNode group(ObjectNode option, Tables tables) {
    return tables.get("property_group", Values.required(option, "groupId"));
  }
}
