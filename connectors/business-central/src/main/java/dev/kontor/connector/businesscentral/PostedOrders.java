package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where orders are found after posting: a fully invoiced order is deleted and lives on as invoice
 * and shipment, which carry its number (business-central/behaviours.md §8).
 */
final class PostedOrders {

  private static final String INVOICES = "salesInvoices";
  private static final String CREDIT_MEMOS = "salesCreditMemos";
  private static final List<String> SETS = List.of(INVOICES, "salesShipments", CREDIT_MEMOS);

  private final Company company;

  PostedOrders(Company company) {
    this.company = company;
  }

  /** The posted order with that native id, as its newest invoice; empty if there is none. */
  List<Document> ofOrder(String orderId) {
    List<Document> found = new ArrayList<>();
    ODataQuery ofOrder = ODataQuery.of(INVOICES).filter("orderId eq " + orderId);
    for (JsonNode invoice : company.client().all(ofOrder)) {
      found.add(document(INVOICES, invoice));
    }
    return found.isEmpty() ? found : List.of(found.getLast());
  }

  /** Asks each kind of posted document for the references; the answers go into the map, by set. */
  List<Wanted> carrying(
      String referenceField, List<String> references, Map<String, List<JsonNode>> posted) {
    return SETS.stream()
        .filter(set -> company.model().has(set, referenceField))
        .flatMap(
            set ->
                Wanted.byTexts(
                    ODataQuery.of(set),
                    referenceField,
                    references,
                    found -> posted.computeIfAbsent(set, s -> new ArrayList<>()).addAll(found))
                    .stream())
        .toList();
  }

  /**
   * The open orders, and one document for each other order among the posted documents. Parts of one
   * order (shipments, several invoices) count once; credit memos, which do not name their order,
   * only if nothing else is left of it.
   */
  static List<Document> beside(List<Document> open, Map<String, List<JsonNode>> posted) {
    Map<String, Document> byOrder = new LinkedHashMap<>();
    for (Document order : open) {
      byOrder.put(order.number() == null ? order.id() : order.number(), order);
    }
    for (String set : SETS) {
      if (!set.equals(CREDIT_MEMOS) || byOrder.isEmpty()) {
        for (JsonNode hit : posted.getOrDefault(set, List.of())) {
          String number = Json.text(hit, "orderNumber", Json.text(hit, "number", ""));
          byOrder.putIfAbsent(number, document(set, hit));
        }
      }
    }
    return List.copyOf(byOrder.values());
  }

  /** Known by the order's own id and number where the posted document shows them. */
  private static Document document(String set, JsonNode posted) {
    ObjectNode content = ((ObjectNode) posted).deepCopy();
    content.put("postedAs", set);
    String orderId = Json.id(posted, "orderId");
    return new Document(
        EntityType.ORDER,
        orderId.isEmpty() ? Json.text(posted, "id", "") : orderId,
        Json.text(posted, "orderNumber", Json.text(posted, "number", "")),
        Documents.version(posted),
        Json.instant(posted, "lastModifiedDateTime"),
        false,
        content);
  }
}
