package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
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

  private final Company company;

  PostedOrders(Company company) {
    this.company = company;
  }

  /** The posted order with that native id, as its newest invoice; empty if there is none. */
  List<Document> ofOrder(String orderId) {
    List<Document> found = new ArrayList<>();
    for (JsonNode invoice : query(INVOICES, "orderId eq " + orderId)) {
      found.add(document(INVOICES, invoice));
    }
    return found.isEmpty() ? found : List.of(found.getLast());
  }

  /**
   * The open orders, and one document for each other order that carries the reference in a posted
   * document. Parts of one order (shipments, several invoices) count once.
   */
  List<Document> beside(List<Document> open, String referenceField, String reference) {
    Map<String, Document> byOrder = new LinkedHashMap<>();
    for (Document order : open) {
      byOrder.put(order.number() == null ? order.id() : order.number(), order);
    }
    for (String set : List.of(INVOICES, "salesShipments", CREDIT_MEMOS)) {
      boolean unread = set.equals(CREDIT_MEMOS) && !byOrder.isEmpty();
      if (!unread && company.model().has(set, referenceField)) {
        for (JsonNode hit : query(set, referenceField + " eq " + OData.quoted(reference))) {
          String number = Json.text(hit, "orderNumber", Json.text(hit, "number", ""));
          byOrder.putIfAbsent(number, document(set, hit));
        }
      }
    }
    return List.copyOf(byOrder.values());
  }

  private List<JsonNode> query(String set, String filter) {
    return company.client().all(ODataQuery.of(set).filter(filter));
  }

  /** Known by the order's own id and number where the posted document shows them. */
  private static Document document(String set, JsonNode posted) {
    ObjectNode content = ((ObjectNode) posted).deepCopy();
    content.put("postedAs", set);
    String orderId = Json.text(posted, "orderId", "");
    boolean known = !orderId.isEmpty() && !orderId.startsWith("00000000-0000");
    return new Document(
        EntityType.ORDER,
        known ? orderId : Json.text(posted, "id", ""),
        Json.text(posted, "orderNumber", Json.text(posted, "number", "")),
        Documents.version(posted),
        Json.instant(posted, "lastModifiedDateTime"),
        false,
        content);
  }
}
