package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single fields of a shared catalogue that is sent. */
final class CatalogueFields {
  private CatalogueFields() {}

  static void need(JsonNode sent, String field) {
    JsonNode value = sent.path(field);
    if (value.isMissingNode() || value.isNull() || value.asString("").isBlank()) {
      throw ApiError.required(field);
    }
  }

  static void valid(JsonNode sent, String field, boolean valid) {
    if (!valid) {
      throw ApiError.invalid(field, sent.path(field).asString(""));
    }
  }

  /** What cannot be changed may be sent as it is. */
  static void same(ObjectNode row, JsonNode sent, String field) {
    boolean changed = sent.hasNonNull(field) && Row.number(sent, field) != Row.number(row, field);
    valid(sent, field, !changed);
  }
}
