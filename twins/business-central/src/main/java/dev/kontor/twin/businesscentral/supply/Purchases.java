package dev.kontor.twin.businesscentral.supply;

import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Purchase orders of one line each, in base units. */
public final class Purchases {
  private final Records records;
  private final Plans plans;

  public Purchases(Records records) {
    this.records = records;
    this.plans =
        new Plans(
            records, "_purchases", "Purchase Line", List.of("locationCode", "expectedReceiptDate"));
  }

  /**
   * Enters {@code {number, itemNumber, variantCode?, locationCode?, quantity,
   * expectedReceiptDate?}}.
   */
  public void enter(JsonNode entry) {
    plans.enter(entry);
  }

  public List<ObjectNode> all() {
    return plans.all();
  }

  /** What has not arrived yet. */
  public static BigDecimal outstanding(ObjectNode row) {
    return Records.number(row, "quantity").subtract(Records.number(row, "received"));
  }

  /** Posts a receipt of so many pieces, or of all that is outstanding. */
  public void receive(String number, Optional<BigDecimal> quantity) {
    ObjectNode row = plans.found(number);
    BigDecimal pieces = plans.treat(row, "received", outstanding(row), quantity);
    new Stock(records)
        .moved(
            row, Records.text(row, "locationCode"), pieces, "Purchase", "Purchase_x0020_Receipt");
  }
}
