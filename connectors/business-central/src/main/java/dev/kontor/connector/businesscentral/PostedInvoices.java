package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Posted invoices of orders that are invoiced as a whole: those that are not open any more. */
final class PostedInvoices {

  private final Company company;
  private final String referenceField;

  PostedInvoices(Configuration configuration, Company company) {
    this.company = company;
    this.referenceField = configuration.referenceField();
  }

  /** The newest of the order with that id; empty if it has none. */
  Optional<JsonNode> ofOrder(String orderId) {
    return Company.isId(orderId)
        ? invoices("orderId eq " + orderId).stream().reduce((older, newer) -> newer)
        : Optional.empty();
  }

  /**
   * The newest of each order that bears the reference, once it was posted as a whole: of an order
   * of which something is left a call whose answer was lost did not reach it, or has not yet.
   */
  List<Document> ofWhole(String reference) {
    String bears = referenceField + " eq " + OData.quoted(reference);
    if (!company.model().has(OrderParts.INVOICES, referenceField)
        || !company.client().all(ODataQuery.of(OrderParts.ORDERS).filter(bears)).isEmpty()) {
      return List.of();
    }
    Map<String, JsonNode> byOrder = new LinkedHashMap<>();
    for (JsonNode invoice : invoices(bears)) {
      byOrder.put(Json.text(invoice, "orderNumber", Json.text(invoice, "number", "")), invoice);
    }
    return Documents.of(EntityType.INVOICE, List.copyOf(byOrder.values()));
  }

  private List<JsonNode> invoices(String filter) {
    return company.client().all(ODataQuery.of(OrderParts.INVOICES).filter(filter)).stream()
        .filter(OrderParts::isPosted)
        .toList();
  }
}
