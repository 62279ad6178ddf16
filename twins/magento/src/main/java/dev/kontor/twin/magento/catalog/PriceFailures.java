package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The rows of a price request that did not hold; the answer is 200 all the same. */
final class PriceFailures {
  private final ArrayNode rows = Json.array();

  /** {@code values} of the message's placeholders, in the shop's order. */
  void add(String message, String... values) {
    ArrayNode parameters = Json.array();
    for (String value : values) {
      parameters.add(value);
    }
    add(message, parameters);
  }

  void add(String message, ArrayNode parameters) {
    rows.add(ApiError.entry(message, parameters));
  }

  void attribute(String name, String value) {
    add("Invalid attribute %fieldName = %fieldValue.", name, value);
  }

  ArrayNode rows() {
    return rows;
  }

  /** The first one as an answer of its own. */
  ApiError refusal() {
    JsonNode first = rows.path(0);
    String[] values =
        first.path("parameters").valueStream().map(JsonNode::asString).toArray(String[]::new);
    return ApiError.listed(400, first.path("message").asString(), values);
  }
}
