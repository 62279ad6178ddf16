package dev.kontor.connector.businesscentral;

import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Adds up what the companion app's rows say about one article. */
final class StockAtPlaces {

  private static final String PLACE = "locationCode";

  private final Map<String, BigDecimal> onHand = new TreeMap<>();
  private final Map<String, BigDecimal> demand = new TreeMap<>();
  private final Map<String, BigDecimal> reserved = new TreeMap<>();
  private final List<Stock.Receipt> receipts = new ArrayList<>();
  private final List<Stock.Transfer> transfers = new ArrayList<>();
  private long lastEntry;

  void onHand(JsonNode row) {
    add(onHand, row, "inventory");
    lastEntry = Math.max(lastEntry, row.path("lastEntryNumber").asLong(0));
  }

  void committed(JsonNode row) {
    add(demand, row, "quantityOnSalesOrders");
    add(reserved, row, "reservedForOthers");
  }

  void expected(JsonNode row) {
    receipts.add(
        new Stock.Receipt(
            Codes.of(row, PLACE), pieces(row, "quantity"), Json.date(row, "expectedReceiptDate")));
  }

  void moving(JsonNode row) {
    transfers.add(
        new Stock.Transfer(
            Codes.of(row, "fromLocationCode"),
            Codes.of(row, "inTransitCode"),
            Codes.of(row, "toLocationCode"),
            pieces(row, "outstandingQuantity"),
            pieces(row, "quantityInTransit"),
            Json.date(row, "receiptDate")));
  }

  private static void add(Map<String, BigDecimal> sums, JsonNode row, String field) {
    sums.merge(Codes.of(row, PLACE), Json.number(row, field), BigDecimal::add);
  }

  private static BigDecimal pieces(JsonNode row, String field) {
    return plain(Json.number(row, field));
  }

  /** One number has one form, so that the same stock has the same version. */
  private static BigDecimal plain(BigDecimal pieces) {
    BigDecimal stripped = pieces.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Number of the last posting: what went and came back was told meanwhile, so it is news. */
  long lastEntry() {
    return lastEntry;
  }

  Stock stock(String sku, Instant began, LocalDate day) {
    Map<String, Stock.AtLocation> places = new TreeMap<>();
    List.of(onHand, demand, reserved)
        .forEach(part -> part.keySet().forEach(code -> places.put(code, at(code))));
    places.values().removeIf(StockAtPlaces::isNothing);
    return new Stock(
        sku,
        sum(onHand),
        sum(demand),
        List.copyOf(places.values()),
        receipts,
        transfers,
        began,
        day);
  }

  private Stock.AtLocation at(String code) {
    return new Stock.AtLocation(code, of(onHand, code), of(demand, code), of(reserved, code));
  }

  private static BigDecimal of(Map<String, BigDecimal> sums, String code) {
    return plain(sums.getOrDefault(code, BigDecimal.ZERO));
  }

  private static BigDecimal sum(Map<String, BigDecimal> sums) {
    return plain(sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static boolean isNothing(Stock.AtLocation at) {
    return at.onHand().signum() == 0
        && at.openDemand().signum() == 0
        && at.reservedForOthers().signum() == 0;
  }
}
