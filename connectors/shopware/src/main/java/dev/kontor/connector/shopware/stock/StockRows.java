package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.api.SyncCall.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rows of one batch: sellable pieces, and what is written for them. */
final class StockRows {

  private final List<Row> sellable = new ArrayList<>();

  void add(int index, String productId, StockLevel level) {
    sellable.add(row(index, productId, level.number(), level.stock()));
  }

  List<String> ids() {
    return sellable.stream().map(Row::id).distinct().toList();
  }

  /** As they are: the shop's stock is the sellable quantity. */
  List<Row> sellable() {
    return sellable;
  }

  /** With what the shop itself subtracts for its open orders added. */
  List<Row> physical(Map<String, OpenOrders.Shown> shown) {
    List<Row> rows = new ArrayList<>();
    for (Row row : sellable) {
      int taken = shown.getOrDefault(row.id(), OpenOrders.Shown.NOTHING).taken();
      rows.add(row(row.index(), row.id(), row.number(), row.value().intValue() + taken));
    }
    return rows;
  }

  /**
   * An order completed between reading and writing left the shop with too many. Fewer than written
   * is right: an order came in since.
   */
  void judge(Map<String, OpenOrders.Shown> after, @Nullable Outcome[] outcomes) {
    Map<String, Integer> last = new HashMap<>();
    sellable.forEach(row -> last.put(row.id(), row.value().intValue()));
    for (Row row : sellable) {
      OpenOrders.Shown now = after.get(row.id());
      if (now != null
          && outcomes[row.index()] instanceof Outcome.Written
          && now.available() > last.getOrDefault(row.id(), Integer.MAX_VALUE)) {
        outcomes[row.index()] =
            new Fault.Conflict(
                "the shop closed an order of " + row.number() + " while its stock was written");
      }
    }
  }

  private static Row row(int index, String id, @Nullable String number, int stock) {
    return new Row(index, id, number, JsonNodeFactory.instance.numberNode(stock));
  }
}
