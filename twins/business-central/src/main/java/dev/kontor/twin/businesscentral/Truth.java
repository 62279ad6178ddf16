package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the ERP really holds, for proofs that must not go through its API. */
final class Truth {
  private static final List<TruthList> LISTS = TruthList.all();

  private final Records records;

  Truth(Records records) {
    this.records = records;
  }

  /** One of the lists by its name; empty for a name that is none. */
  Optional<ObjectNode> about(String what) {
    return switch (what) {
      case "orders" -> Optional.of(orders());
      case "customers" -> Optional.of(customers());
      case "stock" -> Optional.of(stock());
      default ->
          LISTS.stream().filter(list -> list.name().equals(what)).findFirst().map(this::list);
    };
  }

  private ObjectNode list(TruthList list) {
    ObjectNode body = Json.object();
    ArrayNode shown = body.putArray(list.name());
    records
        .rows()
        .reading(
            () -> {
              records.all(list.set()).forEach(row -> shown.add(list.shown(records, row)));
              return shown;
            });
    return body;
  }

  /** Open and invoiced orders: {@code {orders:[{number, externalDocumentNumber, state, ...}]}}. */
  ObjectNode orders() {
    ObjectNode body = Json.object();
    ArrayNode orders = body.putArray("orders");
    records
        .rows()
        .reading(
            () -> {
              records
                  .all("salesOrders")
                  .forEach(o -> order(orders, o, "number", "open", "salesOrderLines"));
              records
                  .all("salesInvoices")
                  .forEach(i -> order(orders, i, "orderNumber", "invoiced", "salesInvoiceLines"));
              return orders;
            });
    return body;
  }

  private void order(
      ArrayNode orders, ObjectNode document, String number, String state, String lines) {
    ObjectNode order = orders.addObject();
    order.set("number", document.path(number));
    order.put("state", state);
    for (String field :
        List.of(
            "externalDocumentNumber",
            "customerNumber",
            "customerName",
            "currencyCode",
            "pricesIncludeTax",
            "discountAmount",
            "totalAmountExcludingTax",
            "totalTaxAmount",
            "totalAmountIncludingTax")) {
      order.set(field, document.path(field));
    }
    order.put("paymentMethodCode", Records.text(document, "paymentMethodCode"));
    order.put(
        "lineCount", records.matching(lines, "documentId", Records.text(document, "id")).size());
  }

  /** {@code {customers:[{number, displayName, email, ...}]}}. */
  ObjectNode customers() {
    ObjectNode body = Json.object();
    ArrayNode customers = body.putArray("customers");
    for (ObjectNode row : records.rows().reading(() -> records.all("customers"))) {
      ObjectNode customer = customers.addObject();
      for (String field :
          List.of(
              "number",
              "displayName",
              "addressLine1",
              "city",
              "phoneNumber",
              "email",
              "country",
              "taxRegistrationNumber",
              "blocked")) {
        customer.set(field, row.path(field));
      }
      customer.put("vatBusinessGroup", Records.text(row, "_vatBusinessGroup"));
      customer.put("generalBusinessGroup", Records.text(row, "_generalBusinessGroup"));
    }
    return body;
  }

  /** {@code {stock:[{itemNumber, locationCode, variantCode, quantity}]}}, from the ledger. */
  ObjectNode stock() {
    Map<List<String>, BigDecimal> sums =
        new TreeMap<>(java.util.Comparator.comparing(Object::toString));
    for (ObjectNode entry : records.rows().reading(() -> records.all("itemLedgerEntries"))) {
      List<String> key =
          List.of(
              Records.text(entry, "itemNumber"),
              Records.text(entry, "_location"),
              Records.text(entry, "_variant"));
      sums.merge(key, Records.number(entry, "quantity"), BigDecimal::add);
    }
    ObjectNode body = Json.object();
    ArrayNode stock = body.putArray("stock");
    sums.forEach(
        (key, quantity) ->
            stock
                .addObject()
                .put("itemNumber", key.get(0))
                .put("locationCode", key.get(1))
                .put("variantCode", key.get(2))
                .put("quantity", quantity));
    return body;
  }
}
