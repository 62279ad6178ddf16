package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows that a caller names by an object of which only the number counts. */
final class Named {
  private Named() {}

  /** Acts on each row that is named in a list, or on none where one of them is refused. */
  static JsonNode each(
      JsonNode list, Function<JsonNode, ObjectNode> find, Consumer<ObjectNode> act) {
    list.valueStream().map(find).toList().forEach(act);
    return BooleanNode.TRUE;
  }

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
