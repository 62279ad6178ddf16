package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.DocumentKind;
import dev.kontor.twin.businesscentral.sales.OrderRules;
import dev.kontor.twin.businesscentral.sales.SalesLineRules;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The line of an order that a question for a price is about. */
record AskedLine(Records records, JsonNode question) {

  /** Enters it in an order of its own, as of the day that is asked for. */
  ObjectNode entered() {
    if (question.has("date")) {
      ObjectNode setup = Json.object();
      take("date", "workDate", setup);
      new CompanySetup(records).apply(setup);
    }
    ObjectNode order = new OrderRules(records).insert(records.company(), header());
    ObjectNode line = line().put("documentId", Records.text(order, "id"));
    return new SalesLineRules(records, DocumentKind.ORDER).insert(records.company(), line);
  }

  private ObjectNode header() {
    ObjectNode header = Json.object();
    List.of("customerNumber", "currencyCode", "pricesIncludeTax")
        .forEach(field -> take(field, field, header));
    return header;
  }

  private ObjectNode line() {
    ObjectNode line = Json.object().put("lineType", "Item");
    take("itemNumber", "lineObjectNumber", line);
    String item = Records.text(question, "itemNumber");
    records
        .byCode("itemVariants", "itemNumber", item, Records.text(question, "variantCode"))
        .ifPresent(variant -> line.set("itemVariantId", variant.path("id")));
    take("unitOfMeasureCode", "unitOfMeasureCode", line);
    return line.put("quantity", question.path("quantity").asDecimal(BigDecimal.ONE));
  }

  private void take(String field, String name, ObjectNode body) {
    if (question.has(field)) {
      body.set(name, question.path(field));
    }
  }
}
