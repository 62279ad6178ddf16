package dev.kontor.twin.businesscentral.supply;

import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transfer orders of one line each, in base units; between shipment and receipt goods lie at the
 * in-transit location.
 */
public final class Transfers {
  private static final String FROM = "fromLocationCode";
  private static final String TO = "toLocationCode";
  private static final String TRANSIT = "inTransitCode";

  private final Records records;
  private final Plans plans;

  public Transfers(Records records) {
    this.records = records;
    this.plans =
        new Plans(
            records, "_transfers", "Transfer Line", List.of(FROM, TO, TRANSIT, "receiptDate"));
  }

  /**
   * Enters {@code {number, itemNumber, variantCode?, fromLocationCode, toLocationCode,
   * inTransitCode, quantity, receiptDate?}}.
   */
  public void enter(JsonNode entry) {
    plans.enter(entry);
    ObjectNode row = plans.found(Records.text(entry, "number"));
    long places =
        List.of(FROM, TO, TRANSIT).stream()
            .map(field -> Records.text(row, field))
            .filter(code -> !code.isEmpty())
            .distinct()
            .count();
    if (places < 3) {
      throw Faults.testField(
          "Transfer-from, Transfer-to and In-Transit Code must be three locations.");
    }
  }

  public List<ObjectNode> all() {
    return plans.all();
  }

  /** What still lies where it is to leave. */
  public static BigDecimal outstanding(ObjectNode row) {
    return Records.number(row, "quantity").subtract(Records.number(row, "shipped"));
  }

  /** What has left and not arrived. */
  public static BigDecimal inTransit(ObjectNode row) {
    return Records.number(row, "shipped").subtract(Records.number(row, "received"));
  }

  /** Posts a shipment of so many pieces, or of all that is outstanding. */
  public void ship(String number, Optional<BigDecimal> quantity) {
    ObjectNode row = plans.found(number);
    BigDecimal pieces = plans.treat(row, "shipped", outstanding(row), quantity);
    post(row, FROM, TRANSIT, pieces, "Transfer_x0020_Shipment");
  }

  /** Posts a receipt of so many pieces, or of all that is in transit. */
  public void receive(String number, Optional<BigDecimal> quantity) {
    ObjectNode row = plans.found(number);
    BigDecimal pieces = plans.treat(row, "received", inTransit(row), quantity);
    post(row, TRANSIT, TO, pieces, "Transfer_x0020_Receipt");
  }

  private void post(ObjectNode row, String from, String to, BigDecimal pieces, String type) {
    Stock stock = new Stock(records);
    stock.moved(row, Records.text(row, from), pieces.negate(), "Transfer", type);
    stock.moved(row, Records.text(row, to), pieces, "Transfer", type);
  }
}
