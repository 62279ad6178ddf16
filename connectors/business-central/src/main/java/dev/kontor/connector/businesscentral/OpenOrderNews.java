package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened to open orders since the last reading, in one call: orders by time of change, how
 * many there are (deleted and invoiced ones leave no other trace), and new shipments, which need
 * not touch the order's own stamp.
 */
final class OpenOrderNews {

  private static final String STAMP = "lastModifiedDateTime";
  private static final String ORDERS = "salesOrders";
  private static final String SHIPMENTS = "salesShipments";
  private static final ODataQuery VERSIONS = ODataQuery.of(ORDERS).select(List.of("id", STAMP));

  /**
   * @param versions of changed orders by id
   * @param count of all open orders, null if the service does not tell
   * @param shipped numbers of orders shipped since
   */
  record Told(
      Map<String, String> versions,
      @Nullable Long count,
      Set<String> shipped,
      List<JsonNode> shipments,
      @Nullable Instant newestOrder) {}

  private final Company company;
  private final Duration overlap;
  private @Nullable Instant newestOrder;
  private @Nullable Instant newestShipment;
  private Set<String> shipmentsSeen = Set.of();

  OpenOrderNews(Company company, Duration overlap) {
    this.company = company;
    this.overlap = overlap;
  }

  /** Marks the place from which news counts, by the service's clock. */
  void begin() {
    List<JsonNode> orders = new ArrayList<>();
    List<JsonNode> shipments = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(new Wanted(newestOf(ORDERS), answer -> orders.addAll(answer.entities())));
    if (showsShipments()) {
      wanted.add(new Wanted(newestOf(SHIPMENTS), answer -> shipments.addAll(answer.entities())));
    }
    Wanted.read(company, wanted);
    newestOrder = newest(null, orders);
    newestShipment = newest(null, shipments);
    shipmentsSeen = Set.of();
  }

  Told read() {
    List<JsonNode> orders = new ArrayList<>();
    List<JsonNode> shipments = new ArrayList<>();
    @Nullable Long[] count = {null};
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(
        new Wanted(since(VERSIONS, newestOrder), answer -> orders.addAll(answer.entities())));
    wanted.add(
        new Wanted(
            ODataQuery.of(ORDERS).select(List.of("id")).top(1).counted(),
            answer -> count[0] = answer.count()));
    if (showsShipments()) {
      ODataQuery posted = ODataQuery.of(SHIPMENTS).select(List.of("id", "orderNumber", STAMP));
      wanted.add(
          new Wanted(since(posted, newestShipment), answer -> shipments.addAll(answer.entities())));
    }
    Wanted.read(company, wanted);
    Set<String> shipped =
        shipments.stream()
            .filter(shipment -> !shipmentsSeen.contains(Json.text(shipment, "id", "")))
            .map(shipment -> Json.text(shipment, "orderNumber", ""))
            .collect(Collectors.toSet());
    return new Told(versions(orders), count[0], shipped, shipments, newest(newestOrder, orders));
  }

  /** What was told is known now; until then it is told again. */
  void understood(Told told) {
    newestOrder = told.newestOrder();
    newestShipment = newest(newestShipment, told.shipments());
    shipmentsSeen = new HashSet<>();
    told.shipments().forEach(shipment -> shipmentsSeen.add(Json.text(shipment, "id", "")));
  }

  /** All open orders, id and version only. */
  Map<String, String> all() {
    return versions(company.client().all(VERSIONS));
  }

  private boolean showsShipments() {
    return company.model().has(SHIPMENTS, "orderNumber");
  }

  private ODataQuery since(ODataQuery query, @Nullable Instant newest) {
    return newest == null ? query : query.filter(STAMP + " gt " + newest.minus(overlap));
  }

  private static ODataQuery newestOf(String set) {
    return ODataQuery.of(set).select(List.of("id", STAMP)).orderBy(STAMP + " desc").top(1);
  }

  private static @Nullable Instant newest(@Nullable Instant known, List<JsonNode> entities) {
    Instant newest = known;
    for (JsonNode entity : entities) {
      Instant stamp = Json.instant(entity, STAMP);
      newest = newest == null || stamp.isAfter(newest) ? stamp : newest;
    }
    return newest;
  }

  private static Map<String, String> versions(List<JsonNode> orders) {
    Map<String, String> versions = new LinkedHashMap<>();
    orders.forEach(order -> versions.put(Json.text(order, "id", ""), Documents.version(order)));
    return versions;
  }
}
