package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import tools.jackson.databind.node.ObjectNode;

/** Sites and their warehouses: a warehouse lies on one site. */
final class Sites {
  private Sites() {}

  /** Fills the site of a warehouse; throws a Fault where both are given and do not match. */
  static void complete(
      Records records, String company, ObjectNode row, String siteField, String warehouseField) {
    String warehouse = text(row, warehouseField);
    if (warehouse.isEmpty()) {
      return;
    }
    String own =
        records
            .find(company, "Warehouses", warehouse)
            .map(w -> text(w, "OperationalSiteId"))
            .orElseThrow(() -> Reference.unknown(warehouse, warehouseField, "Warehouses"));
    String site = text(row, siteField);
    if (!site.isEmpty() && !site.equalsIgnoreCase(own)) {
      throw Fault.logic(Message.WRONG_SITE, warehouse, site);
    }
    row.put(siteField, own);
  }
}
