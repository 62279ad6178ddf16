package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.sales.Demand;
import dev.kontor.twin.financeoperations.sales.Line;
import dev.kontor.twin.financeoperations.sales.LineRules;
import dev.kontor.twin.financeoperations.sales.OrderRules;
import dev.kontor.twin.financeoperations.sales.Progress;
import dev.kontor.twin.financeoperations.sales.Totals;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credits an invoice: an order of its own with negative lines, delivered and invoiced at once. */
public final class CreditNotes {
  private static final String CREDITED = "_credited";
  private final Erp erp;
  private final Demand demand;
  private final Invoicing invoicing;
  private final Totals totals;

  public CreditNotes(Erp erp) {
    this.erp = erp;
    this.demand = new Demand(erp.records());
    this.invoicing = new Invoicing(erp);
    this.totals = new Totals(erp);
  }

  /**
   * Credits parts or all of it.
   *
   * @param body {@code {lines: [{line, quantity?}], restock?: true, reason?}}
   * @return {@code {invoice, company, amount, order}}
   */
  public ObjectNode credit(String company, String number, JsonNode body) {
    ObjectNode invoice =
        erp.records().where(company, Invoicing.SOURCE, "InvoiceNumber", number).stream()
            .findFirst()
            .orElseThrow(() -> Fault.logic(Message.NOTHING_TO_POST, number));
    ObjectNode order = order(invoice, text(body, "reason"));
    List<Wish> wishes = new ArrayList<>();
    for (ObjectNode line : erp.records().where(company, Invoicing.LINES, "InvoiceNumber", number)) {
      BigDecimal left = number(line, "InvoicedQuantity").subtract(number(line, CREDITED));
      BigDecimal quantity = wanted(line, body.path("lines"), left);
      if (quantity.compareTo(left) > 0) {
        throw Fault.logic(Message.TOO_MUCH, left.toPlainString(), "" + sequence(line));
      }
      if (quantity.signum() > 0) {
        erp.records()
            .put(Invoicing.LINES, line.put(CREDITED, number(line, CREDITED).add(quantity)));
        wishes.add(back(order, line, quantity, body.path("restock").asBoolean(true)));
      }
    }
    if (wishes.isEmpty()) {
      throw Fault.logic(Message.NOTHING_TO_POST, number);
    }
    ObjectNode done = invoicing.post(order, wishes);
    store(order, wishes);
    return done.put("order", text(order, "SalesOrderNumber"));
  }

  private static BigDecimal wanted(ObjectNode line, JsonNode asked, BigDecimal left) {
    if (!asked.isArray()) {
      return left;
    }
    for (JsonNode one : asked) {
      if (one.path("line").asInt() == sequence(line)) {
        return one.has("quantity") ? number(one, "quantity") : left;
      }
    }
    return BigDecimal.ZERO;
  }

  private static int sequence(ObjectNode line) {
    return line.path("LineCreationSequenceNumber").asInt();
  }

  private ObjectNode order(ObjectNode invoice, String reason) {
    Records records = erp.records();
    String company = text(invoice, "dataAreaId");
    ObjectNode order = OrderRules.require(records, company, text(invoice, "SalesOrderNumber"));
    order.remove(Totals.CHARGES);
    return order
        .put("SalesOrderNumber", records.next(company, "creditOrder", "G%06d"))
        .put("CreditNoteReasonCode", reason)
        .put("OrderCreationDateTime", erp.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** A negative line like the one that was invoiced. */
  private Wish back(ObjectNode order, ObjectNode invoiced, BigDecimal quantity, boolean restock) {
    Records records = erp.records();
    String company = text(order, "dataAreaId");
    ObjectNode row = records.find(company, LineRules.SOURCE, text(invoiced, "_lot")).orElseThrow();
    BigDecimal ordered = number(row, "OrderedSalesQuantity");
    BigDecimal amount =
        number(invoiced, "LineAmount")
            .multiply(quantity)
            .divide(number(invoiced, "InvoicedQuantity"), 2, java.math.RoundingMode.HALF_UP);
    row.remove(row.propertyNames().stream().filter(n -> n.startsWith("_")).toList());
    row.put("SalesOrderNumber", text(order, "SalesOrderNumber"))
        .put("InventoryLotId", records.next(company, "lot", "%06d"))
        .put("OrderedSalesQuantity", quantity.negate())
        .put("LineAmount", amount.negate())
        .put(
            "FixedPriceCharges",
            ordered.signum() == 0 ? BigDecimal.ZERO : number(row, "FixedPriceCharges").negate());
    Line line = Line.of(row);
    line.deliver(quantity.negate());
    if (restock) {
      demand.deliver(row, quantity.negate());
    }
    return new Wish(line, quantity.negate());
  }

  private void store(ObjectNode order, List<Wish> wishes) {
    List<Line> lines = wishes.stream().map(Wish::line).toList();
    new Progress(lines).show(order);
    lines.forEach(line -> erp.records().put(LineRules.SOURCE, line.row()));
    totals.compute(order);
    erp.records().put(OrderRules.SOURCE, order);
  }
}
