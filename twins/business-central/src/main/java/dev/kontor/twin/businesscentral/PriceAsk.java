package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.DocumentKind;
import dev.kontor.twin.businesscentral.sales.OrderRules;
import dev.kontor.twin.businesscentral.sales.SalesLineRules;
import dev.kontor.twin.kit.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what price a document line gets, by entering one in an order and taking the order back: the
 * only way the ERP has, too (pricing.md, Consequences).
 */
final class PriceAsk {
  /** Carries the answer out of the transaction that is undone. */
  private static final class Answered extends RuntimeException {
    private final transient ObjectNode line;

    Answered(ObjectNode line) {
      super("The order is taken back.");
      this.line = line;
    }
  }

  private static final List<String> TOLD =
      List.of(
          "unitPrice",
          "discountPercent",
          "discountAmount",
          "amountExcludingTax",
          "amountIncludingTax");

  private final Records records;

  PriceAsk(Records records) {
    this.records = records;
  }

  /**
   * {@code {customerNumber, itemNumber, quantity?, variantCode?, unitOfMeasureCode?, currencyCode?,
   * pricesIncludeTax?, date?}} to {@code {unitPrice, discountPercent, discountAmount,
   * amountExcludingTax, amountIncludingTax}}; throws ODataFault as the line would.
   */
  ObjectNode price(JsonNode question) {
    try {
      return records.rows().changing(() -> entered(question));
    } catch (Answered answered) {
      ObjectNode told = Json.object();
      TOLD.forEach(field -> told.set(field, answered.line.path(field)));
      return told;
    }
  }

  private ObjectNode entered(JsonNode question) {
    if (question.has("date")) {
      ObjectNode setup = Json.object();
      setup.set("workDate", question.path("date"));
      new CompanySetup(records).apply(setup);
    }
    ObjectNode header = Json.object();
    for (String field : List.of("customerNumber", "currencyCode", "pricesIncludeTax")) {
      if (question.has(field)) {
        header.set(field, question.path(field));
      }
    }
    String scope = records.company();
    ObjectNode order = new OrderRules(records).insert(scope, header);
    ObjectNode line = Json.object().put("documentId", Records.text(order, "id"));
    line.put("lineType", "Item").set("lineObjectNumber", question.path("itemNumber"));
    String variant = Records.text(question, "variantCode");
    records.matching("itemVariants", "itemNumber", Records.text(question, "itemNumber")).stream()
        .filter(v -> Records.text(v, "code").equals(variant))
        .forEach(v -> line.set("itemVariantId", v.path("id")));
    if (question.has("unitOfMeasureCode")) {
      line.set("unitOfMeasureCode", question.path("unitOfMeasureCode"));
    }
    line.set(
        "quantity", Records.decimal(question.path("quantity").asDecimal(java.math.BigDecimal.ONE)));
    throw new Answered(new SalesLineRules(records, DocumentKind.ORDER).insert(scope, line));
  }
}
