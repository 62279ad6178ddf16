package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.Absent;
import dev.kontor.connector.shopware.api.Outcomes;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stocks of one batch by product. */
final class StockRows {

  private record Row(int place, String id, StockLevel level) {}

  private final List<Row> rows = new ArrayList<>();

  void add(int place, String productId, StockLevel level) {
    rows.add(new Row(place, productId, level));
  }

  List<String> ids() {
    return rows.stream().map(Row::id).distinct().toList();
  }

  int size() {
    return rows.size();
  }

  /**
   * @param shown by shops that subtract their open orders, which are therefore added; empty where
   *     the shop's stock is the sellable quantity
   */
  SyncBatch call(Map<String, OpenOrders.Shown> shown) {
    SyncBatch call = new SyncBatch();
    for (Row row : rows) {
      int taken = shown.getOrDefault(row.id(), OpenOrders.Shown.NOTHING).taken();
      call.update(
          row.place(),
          "product",
          ShopRow.of(row.id()).put("stock", row.level().stock() + taken),
          Absent.product(row.level().number()));
    }
    return call;
  }

  void written(Outcomes outcomes) {
    rows.forEach(
        row ->
            outcomes.put(row.place(), new Outcome.Written(row.id(), row.level().number(), null)));
  }

  /**
   * An order completed between reading and writing left the shop with too many. Fewer than written
   * is right: an order came in since.
   */
  void judge(Map<String, OpenOrders.Shown> after, Outcomes outcomes) {
    Map<String, Integer> last = new HashMap<>();
    rows.forEach(row -> last.put(row.id(), row.level().stock()));
    for (Row row : rows) {
      OpenOrders.Shown now = after.get(row.id());
      if (now != null
          && outcomes.of(row.place()) instanceof Outcome.Written
          && now.available() > last.getOrDefault(row.id(), Integer.MAX_VALUE)) {
        outcomes.put(
            row.place(),
            new Fault.Conflict(
                "the shop closed an order of "
                    + row.level().number()
                    + " while its stock was written"));
      }
    }
  }
}
