package dev.kontor.connector.magento.stock;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.option.ChosenOptions;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.order.ShopTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the shop itself still subtracts from its sources. No call of the shop lists its
 * reservations, and the salable quantity it tells is as old as its index, so open orders are
 * counted: all of them now and then, otherwise those that changed, two calls, and one more if
 * options were chosen.
 */
final class OpenOrders {

  private static final Duration ANEW = Duration.ofHours(1);

  /** Ids in one address. */
  private static final int MOST_IDS = 100;

  private static final String SHIPMENT = "entity_id,order_id,updated_at,items[order_item_id,qty]";

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final StockSetup setup;
  private final InstantSource clock;
  private final ChosenOptions chosen;

  /** Open pieces by order id. */
  private final Map<String, Map<String, BigDecimal>> open = new HashMap<>();

  private @Nullable Instant readAll;
  private Instant newestOrder = Instant.EPOCH;
  private Instant newestShipment = Instant.EPOCH;

  OpenOrders(MagentoApi api, MagentoSettings settings, StockSetup setup, InstantSource clock) {
    this.api = api;
    this.settings = settings;
    this.setup = setup;
    this.clock = clock;
    this.chosen = new ChosenOptions(api, settings.dropOptionNumbers());
  }

  /** Pieces by article number, as {@link OpenPieces#key} writes it; what is absent is 0. */
  synchronized Map<String, BigDecimal> taken() {
    Instant now = clock.instant();
    if (readAll == null || readAll.plus(ANEW).isBefore(now)) {
      readAll();
      readAll = now;
    } else {
      readChanged();
    }
    Map<String, BigDecimal> taken = new HashMap<>();
    open.values().forEach(order -> order.forEach((s, n) -> taken.merge(s, n, BigDecimal::add)));
    return taken;
  }

  /** Where the changes begin is asked before, so that none falls between. */
  private void readAll() {
    readAll = null;
    Instant orders = newest("orders");
    Instant shipments = newest("shipments");
    List<JsonNode> rows = orders(c -> c.anyOf("state", OpenPieces.STATES));
    open.clear();
    keep(rows);
    newestOrder = orders;
    newestShipment = shipments;
  }

  private Instant newest(String entity) {
    List<JsonNode> rows =
        api.search(
            entity, new SearchCriteria(1).descending("updated_at").only("entity_id,updated_at"));
    return rows.isEmpty() ? Instant.EPOCH : ShopTime.of(rows.getFirst(), "updated_at");
  }

  private void readChanged() {
    List<JsonNode> rows = new ArrayList<>(orders(c -> since(c, newestOrder)));
    List<JsonNode> shipments =
        api.each("shipments", c -> since(c, newestShipment), "entity_id,order_id,updated_at");
    Set<String> missing = new TreeSet<>();
    shipments.forEach(shipment -> missing.add(shipment.path("order_id").asString("")));
    rows.forEach(row -> missing.remove(id(row)));
    for (List<String> ids : pages(List.copyOf(missing))) {
      rows.addAll(orders(c -> c.anyOf("entity_id", ids)));
    }
    keep(rows);
    newestOrder = latest(newestOrder, rows);
    newestShipment = latest(newestShipment, shipments);
  }

  private SearchCriteria since(SearchCriteria criteria, Instant newest) {
    Instant from = newest.equals(Instant.EPOCH) ? newest : newest.minus(settings.overlap());
    return criteria.where("updated_at", "gteq", ShopTime.text(from));
  }

  private List<JsonNode> orders(UnaryOperator<SearchCriteria> which) {
    List<String> stores = setup.get().stores().stream().sorted().toList();
    return api.each(
        "orders",
        c -> stores.isEmpty() ? which.apply(c) : which.apply(c).anyOf("store_id", stores),
        OpenPieces.FIELDS);
  }

  private void keep(List<JsonNode> orders) {
    chosen.number(orders);
    Map<String, List<JsonNode>> shipments = shipments(orders);
    for (JsonNode order : orders) {
      Map<String, BigDecimal> pieces =
          OpenPieces.of(order, shipments.getOrDefault(id(order), List.of()));
      if (pieces.isEmpty()) {
        open.remove(id(order));
      } else {
        open.put(id(order), pieces);
      }
    }
  }

  private Map<String, List<JsonNode>> shipments(List<JsonNode> orders) {
    Map<String, List<JsonNode>> byOrder = new LinkedHashMap<>();
    for (List<String> ids : pages(orders.stream().map(OpenOrders::id).toList())) {
      for (JsonNode row : api.all("shipments", "order_id", ids, SHIPMENT)) {
        byOrder
            .computeIfAbsent(row.path("order_id").asString(""), id -> new ArrayList<>())
            .add(row);
      }
    }
    return byOrder;
  }

  private static Instant latest(Instant known, List<JsonNode> rows) {
    Instant latest = known;
    for (JsonNode row : rows) {
      Instant at = ShopTime.of(row, "updated_at");
      latest = at.isAfter(latest) ? at : latest;
    }
    return latest;
  }

  private static List<List<String>> pages(List<String> ids) {
    List<List<String>> pages = new ArrayList<>();
    for (int at = 0; at < ids.size(); at += MOST_IDS) {
      pages.add(ids.subList(at, Math.min(ids.size(), at + MOST_IDS)));
    }
    return pages;
  }

  private static String id(JsonNode order) {
    return order.path("entity_id").asString("");
  }
}
