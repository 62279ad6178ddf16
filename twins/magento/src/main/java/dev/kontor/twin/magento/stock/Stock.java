package dev.kontor.twin.magento.stock;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sources, the stocks made of them, and what lies there. What can be sold is what the sources of a
 * stock have in stock plus the stock's reservations, which are negative (magento/contract.md §7).
 */
public final class Stock {
  /** The stock the demo shop's website sells from. */
  public static final long SOLD_FROM = 2;

  private final Tables tables;
  private final JsonNode sources;
  private final JsonNode stocks;
  private final JsonNode links;

  /** {@code shop}: its sources, stocks and links. */
  public Stock(Tables tables, JsonNode shop) {
    this.tables = tables;
    this.sources = shop.path("sources");
    this.stocks = shop.path("stocks");
    this.links = shop.path("links");
  }

  List<ObjectNode> sources() {
    return rows(sources);
  }

  List<ObjectNode> stocks() {
    return rows(stocks);
  }

  List<ObjectNode> links() {
    return rows(links);
  }

  private static List<ObjectNode> rows(JsonNode list) {
    return list.valueStream().map(ObjectNode.class::cast).toList();
  }

  boolean knowsSource(String code) {
    return sources.valueStream().anyMatch(s -> Row.text(s, "source_code").equals(code));
  }

  /** Codes of a stock's sources, the first to take from first. */
  public List<String> sourcesOf(long stockId) {
    return links
        .valueStream()
        .filter(l -> Row.number(l, "stock_id") == stockId)
        .sorted(Comparator.comparingLong(l -> Row.number(l, "priority")))
        .map(l -> Row.text(l, "source_code"))
        .toList();
  }

  public Optional<ObjectNode> item(String sku, String source) {
    return tables
        .sourceItems()
        .having("sku", sku)
        .filter(i -> Row.text(i, "source_code").equals(source))
        .findFirst();
  }

  /** Sets what lies at a source. */
  public void put(String sku, String source, BigDecimal quantity, long status) {
    ObjectNode row =
        item(sku, source)
            .orElseGet(
                () ->
                    tables
                        .sourceItems()
                        .insert(Json.object().put("sku", sku).put("source_code", source)));
    Row.put(row, "quantity", quantity);
    row.put("status", status);
  }

  /** Takes these source items instead of all there are. */
  public void replace(JsonNode items) {
    List.copyOf(tables.sourceItems().all())
        .forEach(i -> tables.sourceItems().delete(Row.number(i, "_id")));
    items.forEach(
        i ->
            put(
                Row.text(i, "sku"),
                Row.text(i, "source_code"),
                Row.amount(i, "quantity"),
                Row.number(i, "status")));
  }

  /** What the sources of a stock have in stock. */
  BigDecimal physical(String sku, long stockId) {
    return sourcesOf(stockId).stream()
        .flatMap(s -> item(sku, s).stream())
        .filter(i -> Row.number(i, "status") == 1)
        .map(i -> Row.amount(i, "quantity"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of a stock's reservations of a SKU; negative while goods are owed. */
  public BigDecimal reserved(String sku, long stockId) {
    return tables.reservations().where("stock_id", stockId).stream()
        .filter(r -> Row.text(r, "sku").equalsIgnoreCase(sku))
        .map(r -> Row.amount(r, "quantity"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal salable(String sku, long stockId) {
    return physical(sku, stockId).add(reserved(sku, stockId));
  }
}
