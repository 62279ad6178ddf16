package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What became of an order that is not open any more: posted, or deleted. */
final class OrderFate {

  private static final String LINES = "salesOrderLines";

  private final Company company;
  private final String referenceField;

  OrderFate(Company company, String referenceField) {
    this.company = company;
    this.referenceField = referenceField;
  }

  /** The order with its lines; empty if it is not open any more. */
  Optional<JsonNode> open(String id) {
    return Company.isId(id)
        ? company.client().one(ODataQuery.of(OData.key(OrderParts.ORDERS, id)).expand(LINES))
        : Optional.empty();
  }

  /** An order to be changed. */
  Fault ofChange(String id, String reference) {
    return posted(id, reference)
        .map(
            documents ->
                new Fault.Invalid(
                    LINES,
                    "the order was posted ("
                        + documents
                        + ") and cannot be changed any more; enter a credit memo or a further order"
                        + " in Business Central, then discard this change",
                    null))
        .orElseGet(
            () ->
                new Fault.Invalid(
                    "id",
                    "the order was deleted in Business Central; enter it again if it is still"
                        + " wanted, or discard this change",
                    null));
  }

  /** An order to be cancelled: gone without a trace is what was wanted. */
  Outcome ofCancellation(String id, String reference) {
    Optional<String> documents = posted(id, reference);
    return documents.isPresent()
        ? new Fault.Invalid(
            LINES,
            "the order was posted ("
                + documents.get()
                + ") and cannot be cancelled any more; enter a credit memo in Business Central, then"
                + " discard this cancellation",
            null)
        : new Outcome.Written(id, null, null);
  }

  /** In words, e.g. {@code invoice 103001}; asked in one call. */
  private Optional<String> posted(String id, String reference) {
    List<String> found = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    if (Company.isId(id)) {
      add(wanted, OrderParts.INVOICES, "orderId eq " + id, "invoice ", found);
    }
    if (!reference.isBlank()) {
      String carries = referenceField + " eq " + OData.quoted(reference);
      add(wanted, OrderParts.INVOICES, carries, "invoice ", found);
      add(wanted, OrderParts.SHIPMENTS, carries, "shipment ", found);
    }
    Wanted.read(company, wanted);
    List<String> told = found.stream().distinct().toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", told));
  }

  private void add(
      List<Wanted> wanted, String set, String filter, String word, List<String> found) {
    if (company.model().has(set, filter.substring(0, filter.indexOf(' ')))) {
      wanted.add(
          new Wanted(
              ODataQuery.of(set).filter(filter),
              answer ->
                  posted(set, answer.entities())
                      .forEach(row -> found.add(word + Json.text(row, "number", "")))));
    }
  }

  private static Stream<JsonNode> posted(String set, List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> !set.equals(OrderParts.INVOICES) || OrderParts.isPosted(row));
  }
}
