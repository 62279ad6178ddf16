package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the stock reader stands.
 *
 * @param byLocation whether figures were by location; where that changes everything is told anew
 * @param draining whether more entries waited, so that late ones are not looked for
 * @param items next link of the first reading, which goes through all items; null afterwards
 * @param rest article numbers that were found and did not fit into the page, for the next ones
 * @param open marks of what was open by item number as last told; kept here because a vanished
 *     order leaves no trace in the service
 */
record StockCursor(
    boolean byLocation,
    LedgerPosition ledger,
    boolean draining,
    @Nullable String items,
    List<String> rest,
    Map<String, String> open) {

  StockCursor withRest(List<String> left) {
    return new StockCursor(byLocation, ledger, draining, items, left, open);
  }

  static StockCursor of(Cursor cursor) {
    JsonNode json = ModelJson.parse(cursor.value());
    Map<String, String> open = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("demand").properties()) {
      open.put(entry.getKey(), entry.getValue().asString(""));
    }
    return new StockCursor(
        json.path("byLocation").asBoolean(false),
        ledger(json),
        json.path("draining").asBoolean(false),
        Json.text(json, "items"),
        json.path("rest").valueStream().map(JsonNode::asString).toList(),
        open);
  }

  private static LedgerPosition ledger(JsonNode json) {
    long last = json.path("entry").asLong(0);
    TreeSet<Long> late = new TreeSet<>();
    json.path("late").forEach(number -> late.add(number.asLong()));
    return json.has("late") ? new LedgerPosition(last, late) : LedgerPosition.at(last);
  }

  Cursor cursor() {
    ObjectNode json = Json.object();
    json.put("byLocation", byLocation).put("entry", ledger.last()).put("draining", draining);
    ArrayNode late = json.putArray("late");
    ledger.late().forEach(late::add);
    if (items != null) {
      json.put("items", items);
    }
    ArrayNode left = json.putArray("rest");
    rest.forEach(left::add);
    ObjectNode map = json.putObject("demand");
    open.forEach(map::put);
    return new Cursor(json.toString());
  }
}
