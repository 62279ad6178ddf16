package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows that a caller names by an object of which only the number counts. */
final class Named {
  private Named() {}

  /**
   * The shop's 400 without a number, and its 404 where there is no such row.
   *
   * @param field what the 404 calls the number
   */
  static ObjectNode row(JsonNode sent, Table table, String field) {
    if (!sent.hasNonNull("id")) {
      throw ApiError.required("id");
    }
    long id = Row.number(sent, "id");
    return table.find(id).orElseThrow(() -> ApiError.noSuch(field, String.valueOf(id)));
  }
}
