package dev.kontor.twin.businesscentral.supply;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pieces on hand that are reserved: for lines of a sales order, or for something else, such as
 * production.
 */
public final class Reservations {
  private final Records records;
  private final Plans plans;

  public Reservations(Records records) {
    this.records = records;
    this.plans =
        new Plans(
            records, "_reservations", "Reservation Entry", List.of("locationCode", "salesOrder"));
  }

  /**
   * Enters {@code {number, itemNumber, variantCode?, locationCode?, quantity, salesOrder?}};
   * without sales order it is for something else.
   */
  public void enter(JsonNode entry) {
    String order = Records.text(entry, "salesOrder");
    if (!order.isEmpty() && records.by("salesOrders", "number", order).isEmpty()) {
      throw Faults.relation("Source ID", "Reservation Entry", order, "Sales Header");
    }
    plans.enter(entry);
  }

  public List<ObjectNode> all() {
    return plans.all();
  }
}
