package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the headers of unposted documents: customers first, then field by field as sent. */
final class SalesHeader {
  private static final Set<String> SELL_TO = Set.of("customerId", "customerNumber");
  private static final Set<String> BILL_TO = Set.of("billToCustomerId", "billToCustomerNumber");

  private final Records records;
  private final DocumentKind kind;
  private final Relations relations;
  private final SellTo sellTo;

  SalesHeader(Records records, DocumentKind kind) {
    this.records = records;
    this.kind = kind;
    this.relations = new Relations(records, "Sales Header");
    this.sellTo = new SellTo(records, kind);
  }

  /** A draft with its customer's data, not stored yet; throws ODataFault without a customer. */
  ObjectNode begun(ObjectNode body, String number) {
    if (!body.has("customerId") && !body.has("customerNumber")) {
      throw Faults.dialog("A \"customerNumber\" or a \"customerId\" must be provided.");
    }
    ObjectNode row = records.create(kind.headers());
    row.put("status", "Draft")
        .put("number", number)
        .put("postingDate", records.today())
        .put("currencyCode", records.localCurrency());
    sellTo.apply(row, body);
    return row;
  }

  /** Writes what is not about customers into a stored draft. */
  ObjectNode written(ObjectNode row, ObjectNode body) {
    body.remove("id");
    body.remove(SELL_TO);
    body.remove(BILL_TO);
    boolean before = row.path("pricesIncludeTax").asBoolean();
    BigDecimal discount = null;
    for (var field : body.properties()) {
      if (field.getKey().equals("discountAmount")) {
        discount = field.getValue().decimalValue();
      } else {
        set(row, field.getKey(), field.getValue());
      }
    }
    records.save(kind.headers(), row);
    SalesDocument document = SalesDocument.load(records, kind, Records.text(row, "id"));
    if (before != row.path("pricesIncludeTax").asBoolean()) {
      new PricesIncludeTax(records, document).convertLines();
    }
    if (discount != null) {
      document.discount(discount);
    }
    return document.header();
  }

  private void set(ObjectNode row, String field, JsonNode value) {
    if (field.equals("pricesIncludeTax") || field.equals("partialShipping")) {
      row.set(field, value);
    } else {
      relations.apply(row, field, value);
    }
  }

  /** Changes a stored draft. */
  ObjectNode changed(ObjectNode row, ObjectNode patch) {
    String id = Records.text(row, "id");
    if (patch.has("id")) {
      throw Faults.dialog("The \"id\" cannot be changed.");
    }
    SalesDocument document = SalesDocument.load(records, kind, id);
    document.requireDraft();
    boolean sells = SELL_TO.stream().anyMatch(patch::has);
    boolean bills = BILL_TO.stream().anyMatch(patch::has);
    if ((sells || bills) && document.hasShipped()) {
      throw Faults.mustBeZero(
          "Quantity Shipped", document.named(document.lines().getFirst()), document.shipped());
    }
    if (sells) {
      sellTo.apply(row, patch);
    } else if (bills) {
      sellTo.billTo(row, patch);
    }
    if (sells || bills) {
      records.save(kind.headers(), row);
      revalue(id);
    }
    return written(SalesDocument.load(records, kind, id).header(), patch);
  }

  // Another customer may belong to another VAT group.
  private void revalue(String id) {
    SalesDocument document = SalesDocument.load(records, kind, id);
    for (ObjectNode line : document.lines()) {
      if (line.has("_vatIdentifier")) {
        new LineEditor(records, document, line).apply("taxCode", line.path("taxCode"));
        document.enter(line);
      }
    }
  }
}
