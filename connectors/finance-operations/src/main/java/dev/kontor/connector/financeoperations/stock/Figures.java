package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Turns rows of on-hand stock into one document per item. What is to leave is on order, reserved of
 * what lies there, or reserved of what is ordered: three sums that do not overlap (AX 2012
 * reference, InventOnHandQty.availTotal and availReservation).
 *
 * @param began when the reading began
 */
record OnHand(Instant began, ZoneId zone) {

  static final String ITEM = "ItemNumber";
  private static final String WAREHOUSE = "InventoryWarehouseId";

  /** Quantities of a row that are told, and make the version. */
  static final List<String> QUANTITIES =
      List.of(
          "OnHandQuantity", "OnOrderQuantity", "ReservedOnHandQuantity", "ReservedOrderedQuantity");

  /** By item, in the service's own order of their numbers. */
  List<Document> of(List<JsonNode> rows) {
    Map<String, List<JsonNode>> byItem =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> Row.text(row, ITEM), LinkedHashMap::new, Collectors.toList()));
    return byItem.entrySet().stream()
        .map(item -> document(item.getKey(), item.getValue()))
        .toList();
  }

  private Document document(String item, List<JsonNode> rows) {
    Map<String, List<JsonNode>> byPlace =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> Row.text(row, WAREHOUSE), TreeMap::new, Collectors.toList()));
    List<Stock.AtLocation> places =
        byPlace.entrySet().stream().map(p -> place(p.getKey(), p.getValue())).toList();
    Stock stock =
        new Stock(
            item,
            sum(rows, "OnHandQuantity"),
            demand(rows),
            places,
            List.of(),
            List.of(),
            began,
            LocalDate.ofInstant(began, zone));
    return new Document(
        EntityType.STOCK, item, item, version(places), began, false, ModelJson.tree(stock));
  }

  private static Stock.AtLocation place(String warehouse, List<JsonNode> rows) {
    return new Stock.AtLocation(
        warehouse, sum(rows, "OnHandQuantity"), demand(rows), BigDecimal.ZERO);
  }

  private static BigDecimal demand(List<JsonNode> rows) {
    return QUANTITIES.stream()
        .skip(1)
        .map(quantity -> sum(rows, quantity))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(List<JsonNode> rows, String quantity) {
    return rows.stream()
        .map(row -> Row.number(row, quantity))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The same figures are the same version, whenever they are read. */
  private static String version(List<Stock.AtLocation> places) {
    String all =
        places.stream()
            .map(p -> p.location() + " " + plain(p.onHand()) + " " + plain(p.openDemand()))
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
