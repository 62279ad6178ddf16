package dev.kontor.twin.financeoperations.packages;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.sales.LineRules;
import dev.kontor.twin.financeoperations.sales.OrderRules;
import dev.kontor.twin.financeoperations.sales.Totals;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports "Sales orders composite V4": headers with lines and the charges of the header, each order
 * whole or not at all. A number in the file only ties rows together where numbers are drawn.
 */
final class CompositeOrders {
  static final String HEADER = "SALESORDERHEADERV3ENTITY";
  private static final String LINE = "SALESORDERLINEV2ENTITY";
  private static final String CHARGE = "SALESORDERHEADERCHARGEV2ENTITY";

  private final Erp erp;
  private final OrderRules orders;
  private final LineRules lines;
  private final Totals totals;

  CompositeOrders(Erp erp) {
    this.erp = erp;
    this.orders = new OrderRules(erp);
    this.lines = new LineRules(erp);
    this.totals = new Totals(erp);
  }

  /** One order; throws Fault or IllegalArgumentException where it cannot be. */
  void add(String company, Element element) {
    erp.records().rows().changing(() -> whole(company, element));
  }

  private ObjectNode whole(String company, Element element) {
    ObjectNode header = Staging.row(element, erp.records().schema().require("SalesOrderHeadersV3"));
    header.remove(List.of("dataAreaId", "SalesOrderNumber"));
    ObjectNode order = orders.insert(company, header);
    for (Element child : Staging.children(element, LINE)) {
      ObjectNode line = Staging.row(child, erp.records().schema().require("SalesOrderLines"));
      line.remove(List.of("dataAreaId", "InventoryLotId"));
      lines.insert(company, line.put("SalesOrderNumber", text(order, "SalesOrderNumber")));
    }
    List<Element> charges = Staging.children(element, CHARGE);
    if (!charges.isEmpty()) {
      ObjectNode stored =
          OrderRules.require(erp.records(), company, text(order, "SalesOrderNumber"));
      ArrayNode own = stored.putArray(Totals.CHARGES);
      charges.forEach(charge -> own.add(charge(company, Staging.fields(charge))));
      totals.stale(stored);
      erp.records().put(OrderRules.SOURCE, stored);
    }
    return order;
  }

  private ObjectNode charge(String company, Map<String, String> fields) {
    ObjectNode charge = Json.object().put("code", fields.getOrDefault("SALESCHARGECODE", ""));
    Reference.mandatory(charge, "code");
    Reference.check(
        erp, company, charge, List.of(new Reference("code", "chargeCodes", "Charges codes")));
    if (!fields.getOrDefault("CHARGECATEGORY", "Fixed").equals("Fixed")) {
      throw new IllegalArgumentException("Charges of the category Fixed only are known here.");
    }
    return charge
        .put("amount", new BigDecimal(fields.getOrDefault("FIXEDCHARGEAMOUNT", "0")))
        .put("itemTaxGroup", fields.getOrDefault("SALESTAXITEMGROUPCODE", ""));
  }

  /** Why an order was not taken. */
  static String why(RuntimeException refusal, String language) {
    return refusal instanceof Fault fault && fault.isLogic()
        ? fault.log(language)
        : String.valueOf(refusal.getMessage());
  }
}
