package dev.kontor.twin.businesscentral.print;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document's PDF, rendered anew at each reading: it states when, so two readings never have the
 * same bytes (behaviours.md §8).
 */
public final class PdfDocuments implements Rules {
  private record Kind(String type, String headers, String lines) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("Sales_x0020_Invoice", "salesInvoices", "salesInvoiceLines"),
          new Kind("Sales_x0020_Credit_x0020_Memo", "salesCreditMemos", "salesCreditMemoLines"),
          new Kind("Sales_x0020_Shipment", "salesShipments", "salesShipmentLines"),
          new Kind("Sales_x0020_Order", "salesOrders", "salesOrderLines"));
  private static final Map<String, String> TOTALS =
      Map.of(
          "totalAmountExcludingTax", "Total excl. VAT",
          "totalTaxAmount", "VAT",
          "totalAmountIncludingTax", "Total incl. VAT");

  private final Records records;

  public PdfDocuments(Records records) {
    this.records = records;
  }

  @Override
  public void checkRead(Set<String> filteredFields, boolean throughParent) {
    if (!throughParent) {
      throw Faults.dialog("You must specify a parentId in the request body.");
    }
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    return Optional.of(
        KINDS.stream()
            .filter(kind -> records.byId(kind.headers(), parent).isPresent())
            .map(
                kind ->
                    Json.object()
                        .put("id", parent)
                        .put("parentId", parent)
                        .put("parentType", kind.type()))
            .toList());
  }

  @Override
  public Answer content(String scope, ObjectNode row, String column) {
    String id = Records.text(row, "parentId");
    Kind kind =
        KINDS.stream()
            .filter(k -> k.type().equals(Records.text(row, "parentType")))
            .findFirst()
            .orElseThrow();
    ObjectNode document = records.byId(kind.headers(), id).orElseThrow();
    byte[] bytes = Pdf.of(text(kind, document), Ids.hex());
    return new Answer(200, Map.of("Content-Type", "application/pdf"), bytes);
  }

  private List<String> text(Kind kind, ObjectNode document) {
    List<String> text = new ArrayList<>();
    String title = kind.type().replace("_x0020_", " ");
    text.add(title + " " + Records.text(document, "number"));
    text.add("Printed " + records.now());
    text.add("Customer " + Records.text(document, "customerNumber") + " " + name(document));
    text.add("Your order " + Records.text(document, "externalDocumentNumber"));
    text.add("");
    records
        .matching(kind.lines(), "documentId", Records.text(document, "id"))
        .forEach(line -> text.add(line(line)));
    text.add("");
    for (String field :
        List.of("totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax")) {
      if (document.has(field) && !kind.headers().equals("salesShipments")) {
        text.add(
            "%s %s %s"
                .formatted(
                    TOTALS.get(field),
                    plain(document, field),
                    Records.text(document, "currencyCode")));
      }
    }
    return text;
  }

  private static String name(ObjectNode document) {
    return Records.text(document, "customerName");
  }

  private static String line(ObjectNode line) {
    return "%s  %s  %s x %s  %s"
        .formatted(
            Records.text(line, "lineObjectNumber"),
            Records.text(line, "description"),
            plain(line, "quantity"),
            plain(line, "unitPrice"),
            plain(line, "amountIncludingTax"));
  }

  private static String plain(ObjectNode row, String field) {
    return Records.number(row, field).toPlainString();
  }
}
