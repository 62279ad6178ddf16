package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.sales.Line;
import dev.kontor.twin.financeoperations.sales.OrderPart;
import dev.kontor.twin.financeoperations.sales.OrderSum;
import dev.kontor.twin.financeoperations.sales.Rounding;
import dev.kontor.twin.financeoperations.sales.Totals;
import dev.kontor.twin.financeoperations.stock.Place;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Posts invoices; with negative quantities they are credit notes. */
final class Invoicing {
  static final String SOURCE = "invoices";
  static final String LINES = "invoiceLines";
  private static final String CHARGED = "_charged";

  /** Invoice's field ← order's field. */
  private static final Map<String, String> FROM_ORDER =
      Map.ofEntries(
          Map.entry("SalesOrderNumber", "SalesOrderNumber"),
          Map.entry("CustomersOrderReference", "CustomersOrderReference"),
          Map.entry("SalesOrderOriginCode", "SalesOrderOriginCode"),
          Map.entry("InvoiceCustomerAccountNumber", "InvoiceCustomerAccountNumber"),
          Map.entry("CurrencyCode", "CurrencyCode"),
          Map.entry("PaymentTermsName", "PaymentTermsName"),
          Map.entry("DeliveryModeCode", "DeliveryModeCode"),
          Map.entry("DeliveryTermsCode", "DeliveryTermsCode"),
          Map.entry("InvoiceAddressStreet", "InvoiceAddressStreet"),
          Map.entry("InvoiceAddressStreetNumber", "InvoiceAddressStreetNumber"),
          Map.entry("InvoiceAddressZipCode", "InvoiceAddressZipCode"),
          Map.entry("InvoiceAddressCity", "InvoiceAddressCity"),
          Map.entry("InvoiceAddressState", "InvoiceAddressStateId"),
          Map.entry("InvoiceAddressCountryRegionId", "InvoiceAddressCountryRegionId"));

  private final Erp erp;
  private final Totals totals;
  private final CustomerLedger ledger;

  Invoicing(Erp erp) {
    this.erp = erp;
    this.totals = new Totals(erp);
    this.ledger = new CustomerLedger(erp);
  }

  /** Invoices; the charges of the header come with the first. */
  ObjectNode post(ObjectNode order, List<Wish> wishes) {
    requireNotOnHold(order);
    String company = text(order, "dataAreaId");
    boolean charged = !order.path(CHARGED).asBoolean();
    List<OrderPart> parts =
        wishes.stream().map(wish -> new OrderPart(wish.line().row(), amount(wish))).toList();
    OrderSum sum = totals.of(order, parts, charged);
    ObjectNode invoice = header(order, sum);
    for (int i = 0; i < wishes.size(); i++) {
      line(invoice, i + 1, wishes.get(i), parts.get(i).amount(), sum.result().perLine().get(i));
      wishes.get(i).line().invoice(wishes.get(i).quantity());
    }
    order.put(CHARGED, true);
    erp.records().put(SOURCE, invoice);
    ledger.invoice(order, invoice);
    return Json.object()
        .put("invoice", text(invoice, "InvoiceNumber"))
        .put("company", company)
        .put("amount", number(invoice, "TotalInvoiceAmount"));
  }

  private void requireNotOnHold(ObjectNode order) {
    String account = text(order, "InvoiceCustomerAccountNumber");
    String hold =
        erp.records()
            .find(text(order, "dataAreaId"), "customers", account)
            .map(customer -> text(customer, "OnHoldStatus"))
            .orElse("No");
    if (hold.equals("Invoice") || hold.equals("All")) {
      throw Fault.logic(Message.ON_HOLD, account, hold);
    }
  }

  /** The line's amount by quantity; parts of a line come to its whole amount in the end. */
  private static BigDecimal amount(Wish wish) {
    Line line = wish.line();
    BigDecimal before = share(line, line.invoiced());
    return share(line, line.invoiced().add(wish.quantity())).subtract(before);
  }

  private static BigDecimal share(Line line, BigDecimal quantity) {
    BigDecimal amount = number(line.row(), "LineAmount");
    return Rounding.amount(
        Rounding.divide(amount.multiply(quantity), line.ordered()),
        text(line.row(), "CurrencyCode"));
  }

  private ObjectNode header(ObjectNode order, OrderSum sum) {
    String company = text(order, "dataAreaId");
    boolean credit = sum.result().total().signum() < 0;
    ObjectNode invoice = erp.records().blank(company, SOURCE);
    FROM_ORDER.forEach((to, from) -> invoice.set(to, order.path(from)));
    return invoice
        .put(
            "InvoiceNumber",
            erp.records().next(company, "invoice" + credit, credit ? "GS%06d" : "RE%06d"))
        .put("InvoiceDate", Erp.day(erp.today(company)))
        .put("LedgerVoucher", erp.records().next(company, "voucher", "V%08d"))
        .put("TotalInvoiceAmount", sum.result().total())
        .put("TotalTaxAmount", sum.result().tax())
        .put("TotalChargeAmount", sum.charges())
        .put("TotalDiscountAmount", sum.discount())
        .put("EndDiscount", sum.discount())
        .put("InvoiceHeaderTaxAmount", sum.chargesTax());
  }

  private void line(
      ObjectNode invoice, int sequence, Wish wish, BigDecimal amount, BigDecimal tax) {
    ObjectNode from = wish.line().row();
    ObjectNode line = erp.records().blank(text(invoice, "dataAreaId"), LINES);
    for (String key : List.of("InvoiceNumber", "InvoiceDate", "LedgerVoucher", "CurrencyCode")) {
      line.set(key, invoice.path(key));
    }
    Place.DIMENSIONS.forEach(d -> line.set(d, from.path(d)));
    line.put("LineCreationSequenceNumber", sequence)
        .put("ProductNumber", text(from, "ItemNumber"))
        .put("ProductName", text(from, "LineDescription"))
        .put("ProductDescription", text(from, "LineDescription"))
        .put("InventorySiteId", text(from, "ShippingSiteId"))
        .put("InventoryWarehouseId", text(from, "ShippingWarehouseId"))
        .put("SalesUnitSymbol", text(from, "SalesUnitSymbol"))
        .put("InvoicedQuantity", wish.quantity())
        .put("LineAmount", amount)
        .put("LineTotalTaxAmount", tax);
    line.set("SalesPrice", from.path("SalesPrice"));
    line.put("_lot", text(from, "InventoryLotId"));
    erp.records().put(LINES, line);
  }
}
