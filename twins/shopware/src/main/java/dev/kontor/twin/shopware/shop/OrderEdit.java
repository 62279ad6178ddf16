package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a clerk wants changed in an order.
 *
 * @param quantities by line id, 0 removes the line
 * @param added lines as they are posted: {@code {type: product|custom|credit, identifier?,
 *     productId?, label?, description?, quantity?, priceDefinition?}}
 */
record OrderEdit(Map<String, Integer> quantities, List<ObjectNode> added) {

  static OrderEdit nothing() {
    return new OrderEdit(new HashMap<>(), new ArrayList<>());
  }

  /** {@code {lines:[{productNumber, quantity}], added:[...]}}; throws ApiError 400 otherwise. */
  static OrderEdit of(JsonNode request, String orderId, Tables tables) {
    OrderEdit edit = nothing();
    for (JsonNode line : request.path("lines")) {
      String number = line.path("productNumber").asString("");
      edit.quantities.put(lineOf(orderId, number, tables), line.path("quantity").asInt(0));
    }
    for (JsonNode line : request.path("added")) {
      edit.added.add(((ObjectNode) line).deepCopy());
    }
    return edit;
  }

  private static String lineOf(String orderId, String number, Tables tables) {
    return tables.where("order_line_item", "orderId", orderId).stream()
        .filter(l -> l.path("payload").path("productNumber").asString("").equals(number))
        .findFirst()
        .map(l -> Values.required(l, "id"))
        .orElseThrow(() -> ApiError.plain(400, "The order has no line of " + number + "."));
  }
}
