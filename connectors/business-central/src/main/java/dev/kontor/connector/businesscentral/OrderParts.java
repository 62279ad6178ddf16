package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Orders with all that was posted for them, in fewest calls: one for open orders, shipments and
 * invoices together, one for the credit memos that name these, one to the companion app. Orders are
 * asked first: one that is posted meanwhile shows twice, never not at all. They are asked again
 * last, and one that changed in between is read anew: its papers would be newer than what it says
 * of itself, and a parcel with the last pieces would be told as one with some.
 *
 * @param bySet documents of each set by order number
 * @param memos all posted credit memos that may belong to one of these orders
 */
record OrderParts(Map<String, Map<String, List<JsonNode>>> bySet, List<JsonNode> memos) {

  static final String ORDERS = "salesOrders";
  static final String SHIPMENTS = "salesShipments";
  static final String INVOICES = "salesInvoices";
  static final String CREDIT_MEMOS = "salesCreditMemos";
  static final String SHIPMENT_DETAILS = "salesShipmentDetails";
  static final String SHIPMENT_LINES = "salesShipmentLineDetails";

  /** Readings of an order that changes under each of them. */
  private static final int MOST_READINGS = 3;

  private static final Set<String> UNPOSTED = Set.of("", "Draft", "In Review");

  /**
   * @throws FaultException if an order changes under every reading
   */
  static OrderParts read(Company company, String referenceField, Collection<String> numbers) {
    OrderParts parts = new OrderParts(new HashMap<>(), new ArrayList<>());
    List<String> moving = List.copyOf(numbers);
    for (int i = 0; i < MOST_READINGS && !moving.isEmpty(); i++) {
      moving = parts.readPapers(company, moving);
    }
    if (!moving.isEmpty()) {
      throw new FaultException(
          new Fault.Unavailable("order " + moving.getFirst() + " changes while it is read"));
    }
    parts.readMemos(company, referenceField);
    parts.readDetails(company, numbers);
    return parts;
  }

  /** The orders that changed meanwhile. */
  private List<String> readPapers(Company company, List<String> numbers) {
    bySet.values().forEach(byNumber -> byNumber.keySet().removeAll(numbers));
    List<Wanted> wanted = new ArrayList<>();
    wanted.addAll(wanted(ODataQuery.of(ORDERS).expand("salesOrderLines"), ORDERS, numbers));
    if (company.model().has(SHIPMENTS)) {
      ODataQuery shipments = ODataQuery.of(SHIPMENTS).expand("salesShipmentLines");
      wanted.addAll(wanted(shipments, SHIPMENTS, numbers));
    }
    wanted.addAll(wanted(ODataQuery.of(INVOICES), INVOICES, numbers));
    Map<String, String> last = new HashMap<>();
    wanted.addAll(
        Wanted.byTexts(
            ODataQuery.of(ORDERS).select(List.of("number", Documents.STAMP)),
            "number",
            numbers,
            rows -> rows.forEach(row -> last.put(number(row), Documents.version(row)))));
    Wanted.read(company, wanted);
    return numbers.stream()
        .filter(
            number ->
                of(ORDERS, number).stream()
                    .anyMatch(row -> !Documents.version(row).equals(last.get(number(row)))))
        .toList();
  }

  private static String number(JsonNode order) {
    return Json.text(order, "number", "");
  }

  private List<Wanted> wanted(ODataQuery query, String set, Collection<String> numbers) {
    String field = set.equals(ORDERS) ? "number" : "orderNumber";
    Map<String, List<JsonNode>> found = bySet.computeIfAbsent(set, same -> new HashMap<>());
    return Wanted.byTexts(
        query,
        field,
        numbers,
        rows ->
            rows.forEach(
                row ->
                    found
                        .computeIfAbsent(Json.text(row, field, ""), number -> new ArrayList<>())
                        .add(row)));
  }

  private void readMemos(Company company, String referenceField) {
    if (!company.model().has(CREDIT_MEMOS)) {
      return;
    }
    Set<String> invoices = new TreeSet<>();
    Set<String> references = new TreeSet<>();
    bySet.forEach(
        (set, byNumber) ->
            byNumber.values().stream()
                .flatMap(List::stream)
                .forEach(
                    row -> {
                      references.add(Json.text(row, referenceField, ""));
                      if (set.equals(INVOICES) && isPosted(row)) {
                        invoices.add(Json.text(row, "number", ""));
                      }
                    }));
    references.remove("");
    List<Wanted> wanted = new ArrayList<>();
    Set<JsonNode> found = new LinkedHashSet<>();
    ODataQuery query = ODataQuery.of(CREDIT_MEMOS);
    wanted.addAll(Wanted.byTexts(query, "invoiceNumber", invoices, found::addAll));
    if (company.model().has(CREDIT_MEMOS, referenceField)) {
      wanted.addAll(Wanted.byTexts(query, referenceField, references, found::addAll));
      wanted.addAll(CreditMemos.ofRefunds(referenceField, List.copyOf(references), found::add));
    }
    Wanted.read(company, wanted);
    found.stream().filter(OrderParts::isPosted).forEach(memos::add);
  }

  private void readDetails(Company company, Collection<String> numbers) {
    List<Wanted> wanted = new ArrayList<>();
    for (String page : List.of(SHIPMENT_DETAILS, SHIPMENT_LINES)) {
      if (company.companion().has(page) && !bySet.getOrDefault(SHIPMENTS, Map.of()).isEmpty()) {
        wanted.addAll(wanted(ODataQuery.of(page), page, numbers));
      }
    }
    if (!wanted.isEmpty()) {
      Wanted.read(company.companion().client(), wanted);
    }
  }

  List<JsonNode> of(String set, String number) {
    return bySet.getOrDefault(set, Map.of()).getOrDefault(number, List.of());
  }

  /** Drafts share an entity set with posted documents (business-central/behaviours.md §8). */
  static boolean isPosted(JsonNode document) {
    return !UNPOSTED.contains(Json.option(document, "status"));
  }
}
