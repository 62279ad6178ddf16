package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Lines of sales orders, each posted by itself: an order may stay without some (§8). */
public final class LineRules implements Rules {
  public static final String SOURCE = "salesLines";
  private static final Set<String> FIXED =
      Set.of("SalesOrderNumber", "ItemNumber", "CurrencyCode", "LineCreationSequenceNumber");

  private final Erp erp;
  private final LineDefaults defaults;
  private final LinePrice price;
  private final Demand demand;
  private final Credit credit;
  private final Totals totals;

  public LineRules(Erp erp) {
    this.erp = erp;
    this.defaults = new LineDefaults(erp);
    this.price = new LinePrice(erp);
    this.demand = new Demand(erp.records());
    this.credit = new Credit(erp);
    this.totals = new Totals(erp);
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, "SalesOrderNumber", "ItemNumber");
    Records records = erp.records();
    ObjectNode order = OrderRules.require(records, company, text(sent, "SalesOrderNumber"));
    OrderRules.requireOpen(order);
    ObjectNode row = records.blank(company, SOURCE);
    row.setAll(sent);
    row.put("dataAreaId", company);
    defaults.fill(row, sent, order);
    row.put("InventoryLotId", records.next(company, "lot", "%06d"));
    price.set(row, sent, order);
    store(order, row);
    credit.check(order);
    return row;
  }

  /** Stores a line and what follows of it. */
  private void store(ObjectNode order, ObjectNode row) {
    row.put("SalesOrderLineStatus", Line.of(row).status());
    demand.book(row);
    erp.records().put(SOURCE, row);
    followed(order);
  }

  private void followed(ObjectNode order) {
    new Progress(of(erp, order)).show(order);
    totals.stale(order);
    erp.records().put(OrderRules.SOURCE, order);
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    ObjectNode order = OrderRules.require(erp.records(), company, text(row, "SalesOrderNumber"));
    OrderRules.requireOpen(order);
    FIXED.stream()
        .filter(f -> patch.has(f) && !patch.path(f).equals(row.path(f)))
        .findFirst()
        .ifPresent(
            f -> {
              throw Fault.logic(Message.NOT_EDITABLE, f);
            });
    requireDelivered(row, patch);
    demand.giveBack(row);
    row.setAll(patch);
    defaults.check(row);
    price.change(row, patch, order);
    store(order, row);
    credit.check(order);
  }

  private static void requireDelivered(ObjectNode row, ObjectNode patch) {
    BigDecimal delivered = Line.of(row).delivered();
    if (patch.has("OrderedSalesQuantity")
        && number(patch, "OrderedSalesQuantity").abs().compareTo(delivered.abs()) < 0) {
      throw Fault.logic(Message.BELOW_DELIVERED, delivered.toPlainString());
    }
  }

  @Override
  public void delete(String company, ObjectNode row) {
    if (Line.of(row).isPosted()) {
      throw Fault.logic(Message.POSTED, text(row, "SalesOrderNumber"));
    }
    ObjectNode order = OrderRules.require(erp.records(), company, text(row, "SalesOrderNumber"));
    remove(row);
    followed(order);
  }

  void remove(ObjectNode row) {
    demand.giveBack(row);
    erp.records().remove(SOURCE, row);
  }

  /** Lines in the order they were created. */
  public static List<Line> of(Erp erp, ObjectNode order) {
    return erp.records().lines(order).stream().map(Line::of).toList();
  }
}
