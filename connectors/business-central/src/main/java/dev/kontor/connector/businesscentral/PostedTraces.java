package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which posted documents an order left behind. */
final class PostedTraces {

  private final Company company;
  private final String referenceField;

  PostedTraces(Company company, String referenceField) {
    this.company = company;
    this.referenceField = referenceField;
  }

  /** In words, e.g. {@code invoice 103001}; asked in one call. */
  Optional<String> posted(String id, String reference) {
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
