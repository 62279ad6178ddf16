package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.sales.Demand;
import dev.kontor.twin.financeoperations.sales.Line;
import dev.kontor.twin.financeoperations.sales.LineRules;
import dev.kontor.twin.financeoperations.sales.OrderRules;
import dev.kontor.twin.financeoperations.sales.Progress;
import dev.kontor.twin.financeoperations.sales.Totals;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people and batch jobs do with one order; every call is part of the caller's transaction. */
public final class Orders {
  /** What cannot be done with an order that is stopped ("Do not process"). */
  private static final Set<String> PROCESSED = Set.of("confirm", "pick", "pack", "invoice");

  private final Erp erp;
  private final Demand demand;
  private final Totals totals;
  private final PackingSlips packingSlips;
  private final Invoicing invoicing;

  public Orders(Erp erp) {
    this.erp = erp;
    this.demand = new Demand(erp.records());
    this.totals = new Totals(erp);
    this.packingSlips = new PackingSlips(erp);
    this.invoicing = new Invoicing(erp);
  }

  /**
   * Treats an order; throws a Fault where it cannot be, IllegalArgumentException for an unknown
   * way.
   *
   * @param how {@code confirm|pick|pack|invoice|cancel|totals|charges}
   */
  public ObjectNode treat(String company, String number, String how, JsonNode body) {
    ObjectNode order = OrderRules.require(erp.records(), company, number);
    if (PROCESSED.contains(how)) {
      requireNotStopped(order);
    }
    List<Line> lines = LineRules.of(erp, order);
    ObjectNode done =
        switch (how) {
          case "confirm" -> confirm(order, lines);
          case "pick" -> pick(order, lines, body);
          case "pack" -> pack(order, lines, body);
          case "invoice" -> invoice(order, lines, body);
          case "cancel" -> cancel(order, lines, body);
          case "totals" -> Json.object();
          case "charges" -> charges(order, body);
          default -> throw new IllegalArgumentException("Orders are not treated by " + how);
        };
    if (!how.equals("pick")) {
      totals.compute(order);
    }
    store(order, lines);
    return done;
  }

  private static void requireNotStopped(ObjectNode order) {
    if (text(order, "IsSalesProcessingStopped").equals("Yes")) {
      throw Fault.logic(Message.STOPPED, text(order, "SalesOrderNumber"));
    }
  }

  private void store(ObjectNode order, List<Line> lines) {
    new Progress(lines).show(order);
    lines.forEach(line -> erp.records().put(LineRules.SOURCE, line.row()));
    erp.records().put(OrderRules.SOURCE, order);
  }

  private ObjectNode confirm(ObjectNode order, List<Line> lines) {
    Wish.of(text(order, "SalesOrderNumber"), lines, Json.object(), Line::ordered);
    Progress.confirm(order);
    totals.compute(order);
    String company = text(order, "dataAreaId");
    ObjectNode confirmation = erp.records().blank(company, "SalesOrderConfirmationHeaders");
    order
        .properties()
        .forEach(
            p -> {
              if (confirmation.has(p.getKey())) {
                confirmation.set(p.getKey(), p.getValue());
              }
            });
    confirmation
        .put("ConfirmationNumber", erp.records().next(company, "confirmation", "AB%06d"))
        .put("ConfirmationDate", Erp.day(erp.today(company)));
    confirmation.set("TotalConfirmedAmount", order.path("OrderTotalAmount"));
    confirmation.set("TotalSalesTaxAmount", order.path("OrderTotalTaxAmount"));
    erp.records().put("SalesOrderConfirmationHeaders", confirmation);
    return Json.object().put("confirmation", text(confirmation, "ConfirmationNumber"));
  }

  private static ObjectNode pick(ObjectNode order, List<Line> lines, JsonNode body) {
    Wish.of(text(order, "SalesOrderNumber"), lines, body.path("lines"), Line::open)
        .forEach(wish -> wish.line().pick(wish.quantity()));
    return Json.object();
  }

  private ObjectNode pack(ObjectNode order, List<Line> lines, JsonNode body) {
    List<Line> here =
        lines.stream()
            .filter(
                line ->
                    !body.has("warehouse")
                        || text(line.row(), "ShippingWarehouseId").equals(text(body, "warehouse")))
            .toList();
    List<Wish> wishes =
        Wish.of(text(order, "SalesOrderNumber"), here, body.path("lines"), Line::open);
    return packingSlips.post(order, wishes, body);
  }

  private ObjectNode invoice(ObjectNode order, List<Line> lines, JsonNode body) {
    boolean all = body.path("all").asBoolean();
    if (all && lines.stream().anyMatch(line -> line.open().signum() != 0)) {
      pack(order, lines, Json.object());
    }
    List<Wish> wishes =
        Wish.of(text(order, "SalesOrderNumber"), lines, body.path("lines"), Line::toInvoice);
    return invoicing.post(order, wishes);
  }

  private ObjectNode cancel(ObjectNode order, List<Line> lines, JsonNode body) {
    Wish.of(text(order, "SalesOrderNumber"), lines, body.path("lines"), Line::open)
        .forEach(
            wish -> {
              demand.giveBack(wish.line().row());
              wish.line().cancel();
            });
    return Json.object();
  }

  /** Adds to the charges of the header, as a person or an automatic charge does. */
  private static ObjectNode charges(ObjectNode order, JsonNode body) {
    ArrayNode charges = order.withArrayProperty(Totals.CHARGES);
    for (JsonNode charge : body.path("charges")) {
      charges
          .addObject()
          .put("code", text(charge, "code"))
          .put("amount", new BigDecimal(charge.path("amount").asString()))
          .put("itemTaxGroup", text(charge, "itemTaxGroup"));
    }
    return Json.object();
  }
}
