package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.data.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** What a buyer has chosen: of a composite product, and of a product's own options. */
final class Options {
  private Options() {}

  /** As a row's product_option has it; empty where there was nothing to choose. */
  static ObjectNode of(Line line) {
    ObjectNode options = Json.object();
    ArrayNode custom = line.options().shown();
    if (!custom.isEmpty()) {
      options.set("custom_options", custom);
    }
    if (Row.text(line.product(), "type_id").equals("configurable")) {
      JsonNode chosen = line.children().getFirst().product().path("_options");
      options.set("configurable_item_options", chosen);
    } else if (!line.children().isEmpty()) {
      options.set("bundle_options", bundle(line));
    }
    return options;
  }

  private static ArrayNode bundle(Line line) {
    ArrayNode options = Json.array();
    for (JsonNode part : line.product().path("_bundle").path("parts")) {
      options
          .addObject()
          .put("option_id", Row.number(part, "option_id"))
          .put("option_qty", Row.number(part, "qty"))
          .set(
              "option_selections",
              Json.array().add(LongNode.valueOf(Row.number(part, "selection_id"))));
    }
    return options;
  }
}
