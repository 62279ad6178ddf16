package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.records.Records;
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
      return records.rows().changing(() -> answered(question));
    } catch (Answered answered) {
      ObjectNode told = Json.object();
      TOLD.forEach(field -> told.set(field, answered.line.path(field)));
      return told;
    }
  }

  private ObjectNode answered(JsonNode question) {
    throw new Answered(new AskedLine(records, question).entered());
  }
}
