package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.Problem;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sales orders; two equal POSTs make two orders (behaviours.md §4 and §8). */
public final class OrderRules implements Rules {
  private static final Set<String> CUSTOMER_FIELDS =
      Set.of("id", "customerId", "customerNumber", "billToCustomerId", "billToCustomerNumber");
  private static final long FIRST_NUMBER = 101_000;

  private final Records records;
  private final Relations relations;
  private final SellTo sellTo;

  public OrderRules(Records records) {
    this.records = records;
    this.relations = new Relations(records, "Sales Header");
    this.sellTo = new SellTo(records);
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    if (!body.has("customerId") && !body.has("customerNumber")) {
      throw Faults.dialog("A \"customerNumber\" or a \"customerId\" must be provided.");
    }
    ObjectNode row = records.create(SalesDocument.HEADERS);
    row.put("status", "Draft")
        .put("number", records.nextNumber("order", "", FIRST_NUMBER))
        .put("orderDate", records.today())
        .put("postingDate", records.today())
        .put("currencyCode", records.localCurrency());
    sellTo.apply(row, body);
    records.save(SalesDocument.HEADERS, row);
    body.remove(CUSTOMER_FIELDS);
    return write(row, body);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    if (patch.has("id")) {
      throw Faults.dialog("The \"id\" cannot be changed.");
    }
    SalesDocument.load(records, Records.text(row, "id")).requireDraft();
    if (patch.has("customerId") || patch.has("customerNumber")) {
      sellTo.apply(row, patch);
      records.save(SalesDocument.HEADERS, row);
      revalue(Records.text(row, "id"));
    }
    patch.remove(CUSTOMER_FIELDS);
    return write(SalesDocument.load(records, Records.text(row, "id")).header(), patch);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    String id = Records.text(row, "id");
    SalesDocument document = SalesDocument.load(records, id);
    boolean shipped =
        document.lines().stream().anyMatch(l -> Records.number(l, "shippedQuantity").signum() != 0);
    if (shipped) {
      throw Faults.testField(
          "Quantity Shipped must be equal to '0'  in Sales Line: Document Type=Order, Document No.=%s."
              .formatted(Records.text(row, "number")));
    }
    document.lines().forEach(l -> records.remove(SalesDocument.LINES, Records.text(l, "id")));
    records.remove(SalesDocument.HEADERS, id);
  }

  @Override
  public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    if (!action.equalsIgnoreCase("shipAndInvoice")) {
      throw ODataFault.of(Problem.ACTION_UNKNOWN, "The action '" + action + "' is not supported.");
    }
    new SalesPosting(records, Records.text(row, "id")).shipAndInvoice();
    return Answer.empty(204);
  }

  // Another customer may belong to another VAT group.
  private void revalue(String id) {
    SalesDocument document = SalesDocument.load(records, id);
    for (ObjectNode line : document.lines()) {
      if (line.has("_vatIdentifier")) {
        new LineEditor(records, document, line).apply("taxCode", line.path("taxCode"));
        document.enter(line);
      }
    }
  }

  private ObjectNode write(ObjectNode row, ObjectNode body) {
    boolean before = row.path("pricesIncludeTax").asBoolean();
    BigDecimal discount = null;
    for (var field : body.properties()) {
      switch (field.getKey()) {
        case "discountAmount" -> discount = field.getValue().decimalValue();
        case "partialShipping" -> row.set("partialShipping", field.getValue());
        default -> relations.apply(row, field.getKey(), field.getValue());
      }
    }
    records.save(SalesDocument.HEADERS, row);
    SalesDocument document = SalesDocument.load(records, Records.text(row, "id"));
    if (before != row.path("pricesIncludeTax").asBoolean()) {
      new PricesIncludeTax(records, document).convertLines();
    }
    if (discount != null) {
      document.discount(discount);
    }
    return document.header();
  }
}
