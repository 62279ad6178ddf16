package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the stock reader stands.
 *
 * @param entry number of the last item ledger entry read
 * @param draining whether more entries waited, so that no overlap is read again
 * @param items next link of the first reading, which goes through all items; null afterwards
 * @param demand open demand by item number as last told; kept here because a vanished order leaves
 *     no trace in the service
 */
record StockCursor(
    long entry, boolean draining, @Nullable String items, Map<String, BigDecimal> demand) {

  static StockCursor of(Cursor cursor) {
    JsonNode json = ModelJson.parse(cursor.value());
    Map<String, BigDecimal> demand = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("demand").properties()) {
      demand.put(entry.getKey(), new BigDecimal(entry.getValue().asString("0")));
    }
    return new StockCursor(
        json.path("entry").asLong(0),
        json.path("draining").asBoolean(false),
        Json.text(json, "items"),
        demand);
  }

  Cursor cursor() {
    ObjectNode json = Json.object();
    json.put("entry", entry).put("draining", draining);
    if (items != null) {
      json.put("items", items);
    }
    ObjectNode map = json.putObject("demand");
    demand.forEach((item, pieces) -> map.put(item, pieces.toPlainString()));
    return new Cursor(json.toString());
  }
}
