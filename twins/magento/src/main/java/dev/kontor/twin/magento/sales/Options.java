package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.cart.Line;
import dev.kontor.twin.magento.data.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** What a buyer has chosen of a composite product. */
final class Options {
  private Options() {}

  static ObjectNode of(Line line) {
    if (Row.text(line.product(), "type_id").equals("configurable")) {
      JsonNode chosen = line.children().getFirst().product().path("_options");
      return Json.object().set("configurable_item_options", chosen);
    }
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
    return Json.object().set("bundle_options", options);
  }
}
