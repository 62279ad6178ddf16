package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One list of stored rows with chosen fields, and of the rows that hang on each.
 *
 * @param children name of the inner list, its set, its column with the parent's id
 */
record TruthList(
    String name, String set, List<String> fields, List<String> children, List<String> childFields) {

  private static final List<String> LINE =
      List.of(
          "sequence",
          "lineType",
          "lineObjectNumber",
          "description",
          "unitOfMeasureCode",
          "quantity",
          "unitPrice",
          "discountAmount",
          "taxPercent",
          "netAmount",
          "netAmountIncludingTax");

  private static final List<String> OPEN_LINE =
      Stream.concat(LINE.stream(), Stream.of("shippedQuantity", "invoicedQuantity")).toList();

  static List<TruthList> all() {
    return List.of(
        items(),
        prices(),
        openOrders(),
        shipments(),
        invoices(),
        creditMemos(),
        paymentLines(),
        payments(),
        entries());
  }

  private static TruthList items() {
    return new TruthList(
        "items",
        "items",
        List.of(
            "id",
            "number",
            "displayName",
            "displayName2",
            "type",
            "blocked",
            "salesBlocked",
            "gtin",
            "unitPrice",
            "priceIncludesTax",
            "baseUnitOfMeasureCode",
            "itemCategoryCode",
            "taxGroupCode",
            "lastModifiedDateTime"),
        List.of("variants", "itemVariants", "itemId"),
        List.of("code", "description", "blocked", "salesBlocked"));
  }

  private static TruthList prices() {
    return new TruthList(
        "prices",
        "priceListLines",
        List.of(
            "priceListCode",
            "lineNumber",
            "sourceType",
            "sourceNumber",
            "assetType",
            "assetNumber",
            "variantCode",
            "currencyCode",
            "unitOfMeasureCode",
            "minimumQuantity",
            "startingDate",
            "endingDate",
            "amountType",
            "unitPrice",
            "lineDiscountPercent",
            "status"),
        List.of(),
        List.of());
  }

  private static TruthList openOrders() {
    return new TruthList(
        "openOrders",
        "salesOrders",
        List.of(
            "number",
            "externalDocumentNumber",
            "customerNumber",
            "currencyCode",
            "pricesIncludeTax",
            "status",
            "totalAmountExcludingTax",
            "totalTaxAmount",
            "totalAmountIncludingTax"),
        List.of("lines", "salesOrderLines", "documentId"),
        OPEN_LINE);
  }

  private static TruthList creditMemos() {
    return new TruthList(
        "creditMemos",
        "salesCreditMemos",
        List.of(
            "number",
            "externalDocumentNumber",
            "invoiceNumber",
            "customerNumber",
            "totalAmountIncludingTax"),
        List.of("lines", "salesCreditMemoLines", "documentId"),
        LINE);
  }

  private static TruthList shipments() {
    return new TruthList(
        "shipments",
        "salesShipments",
        List.of(
            "number",
            "orderNumber",
            "externalDocumentNumber",
            "customerNumber",
            "postingDate",
            "shippingAgentCode",
            "shippingAgentServiceCode",
            "packageTrackingNumber"),
        List.of("lines", "salesShipmentLines", "documentId"),
        List.of("sequence", "lineObjectNumber", "quantity", "quantityInvoiced"));
  }

  private static TruthList invoices() {
    return new TruthList(
        "invoices",
        "salesInvoices",
        List.of(
            "number",
            "orderNumber",
            "externalDocumentNumber",
            "customerNumber",
            "billToCustomerNumber",
            "postingDate",
            "dueDate",
            "currencyCode",
            "pricesIncludeTax",
            "status",
            "totalAmountExcludingTax",
            "totalTaxAmount",
            "totalAmountIncludingTax",
            "remainingAmount"),
        List.of("lines", "salesInvoiceLines", "documentId"),
        LINE);
  }

  private static TruthList paymentLines() {
    return payments("paymentLines", "customerPayments");
  }

  private static TruthList payments() {
    return payments("payments", "_payments");
  }

  private static TruthList payments(String name, String set) {
    return new TruthList(
        name,
        set,
        List.of(
            "documentNumber",
            "externalDocumentNumber",
            "customerNumber",
            "postingDate",
            "amount",
            "appliesToInvoiceNumber",
            "description",
            "comment",
            "journalDisplayName"),
        List.of(),
        List.of());
  }

  private static TruthList entries() {
    return new TruthList(
        "customerEntries",
        "_customerEntries",
        List.of(
            "type",
            "documentNumber",
            "customerNumber",
            "postingDate",
            "dueDate",
            "amount",
            "remaining"),
        List.of(),
        List.of());
  }

  ObjectNode shown(Records records, ObjectNode row) {
    ObjectNode shown = chosen(row, fields);
    if (!children.isEmpty()) {
      ArrayNode inner = shown.putArray(children.getFirst());
      records
          .matching(children.get(1), children.get(2), Records.text(row, "id"))
          .forEach(child -> inner.add(chosen(child, childFields)));
    }
    return shown;
  }

  private static ObjectNode chosen(ObjectNode row, List<String> fields) {
    ObjectNode chosen = Json.object();
    fields.stream().filter(row::has).forEach(field -> chosen.set(field, row.path(field)));
    return chosen;
  }
}
