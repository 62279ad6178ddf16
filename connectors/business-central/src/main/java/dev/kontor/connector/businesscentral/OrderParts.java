package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
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
 * asked first: one that is posted meanwhile shows twice, never not at all.
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

  private static final Set<String> UNPOSTED = Set.of("", "Draft", "In Review");

  static OrderParts read(Company company, String referenceField, Collection<String> numbers) {
    OrderParts parts = new OrderParts(new HashMap<>(), new ArrayList<>());
    List<Wanted> wanted = new ArrayList<>();
    wanted.addAll(
        parts.wanted(ODataQuery.of(ORDERS).expand("salesOrderLines"), ORDERS, "number", numbers));
    if (company.model().has(SHIPMENTS)) {
      ODataQuery shipments = ODataQuery.of(SHIPMENTS).expand("salesShipmentLines");
      wanted.addAll(parts.wanted(shipments, SHIPMENTS, "orderNumber", numbers));
    }
    wanted.addAll(parts.wanted(ODataQuery.of(INVOICES), INVOICES, "orderNumber", numbers));
    Wanted.read(company, wanted);
    parts.readMemos(company, referenceField);
    parts.readDetails(company, numbers);
    return parts;
  }

  private List<Wanted> wanted(
      ODataQuery query, String set, String field, Collection<String> numbers) {
    Map<String, List<JsonNode>> found = new HashMap<>();
    bySet.put(set, found);
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
        wanted.addAll(wanted(ODataQuery.of(page), page, "orderNumber", numbers));
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
