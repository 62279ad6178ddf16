package dev.kontor.twin.magento.stock;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * POST /V1/inventory/source-items: absolute quantities, all or none. SKUs are not looked up and
 * quantities may be negative; a source that is not there fails in the database (magento/observed.md
 * "Catalogue and stock").
 */
final class SourceItems {
  private final Tables tables;
  private final Stock stock;
  private final ShipTogether shipTogether;

  SourceItems(Tables tables, Stock stock) {
    this.tables = tables;
    this.stock = stock;
    this.shipTogether = new ShipTogether(tables);
  }

  JsonNode save(JsonNode given) {
    if (given.isEmpty()) {
      throw ApiError.of(400, "Input data is empty");
    }
    ArrayNode errors = Json.array();
    given.forEach(item -> check(item, errors));
    if (errors.isEmpty()) {
      shipTogether.check(given, errors);
    }
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
    if (!given.valueStream().allMatch(i -> stock.knowsSource(Row.text(i, "source_code")))) {
      throw ApiError.of(400, "Could not save Source Item");
    }
    given.forEach(
        i ->
            stock.put(
                Row.text(i, "sku"),
                Row.text(i, "source_code"),
                Row.amount(i, "quantity"),
                Row.number(i, "status")));
    return Json.array();
  }

  /** The first error stands in the message as well. */
  private static ApiError invalid(ArrayNode errors) {
    ObjectNode first = (ObjectNode) errors.path(0);
    String text = first.path("message").asString();
    JsonNode parameters = first.path("parameters");
    for (int i = 0; parameters.isArray() && i < parameters.size(); i++) {
      text = text.replace("%" + (i + 1), parameters.path(i).asString());
    }
    text = text.replace("%field", parameters.path("field").asString(""));
    return ApiError.of(400, "Validation Failed: " + text).with(errors);
  }

  private static void check(JsonNode item, ArrayNode errors) {
    for (String column : List.of("sku", "source_code")) {
      if (Row.text(item, column).isBlank()) {
        field(errors, "\"%field\" can not be empty.", column);
      }
    }
    for (String column : List.of("quantity", "status")) {
      if (!item.path(column).isNumber()) {
        field(errors, "\"%field\" should be numeric.", column);
      }
    }
    long status = Row.number(item, "status");
    if (item.has("status") && status != 0 && status != 1) {
      field(errors, "\"%field\" should a known status.", "status");
    }
  }

  private static void field(ArrayNode errors, String message, String field) {
    errors.add(ApiError.entry(message, Json.object().put("field", field)));
  }

  JsonNode delete(JsonNode given) {
    for (JsonNode item : given) {
      Optional<ObjectNode> found = stock.item(Row.text(item, "sku"), Row.text(item, "source_code"));
      found.ifPresent(row -> tables.sourceItems().delete(Row.number(row, "_id")));
    }
    return Json.array();
  }
}
