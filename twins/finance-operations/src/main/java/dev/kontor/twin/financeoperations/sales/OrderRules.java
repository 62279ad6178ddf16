package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Headers of sales orders (contract.md §8). Nothing keeps a reference from being used twice. */
public final class OrderRules implements Rules {
  public static final String SOURCE = "salesOrders";
  static final List<Reference> REFERENCES =
      List.of(
          new Reference("OrderingCustomerAccountNumber", "customers", "Customers"),
          new Reference("InvoiceCustomerAccountNumber", "customers", "Customers"),
          new Reference("DeliveryModeCode", "DeliveryModesV2", "Modes of delivery"),
          new Reference("DeliveryTermsCode", "DeliveryTerms", "Terms of delivery"),
          new Reference("PaymentTermsName", "PaymentTerms", "Terms of payment"),
          new Reference(
              "CustomerPaymentMethodName", "CustomerPaymentMethods", "Methods of payment"),
          new Reference("SalesOrderOriginCode", "SalesOrderOriginCodes", "Sales origin"),
          new Reference("DefaultShippingWarehouseId", "Warehouses", "Warehouses"),
          new Reference("DefaultShippingSiteId", "OperationalSites", "Sites"));

  private static final Set<String> FIXED =
      Set.of("OrderingCustomerAccountNumber", "CurrencyCode", "ArePricesIncludingSalesTax");

  private final Erp erp;
  private final OrderDefaults defaults;
  private final Totals totals;

  public OrderRules(Erp erp) {
    this.erp = erp;
    this.defaults = new OrderDefaults(erp);
    this.totals = new Totals(erp);
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, "OrderingCustomerAccountNumber");
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.setAll(sent);
    row.put("dataAreaId", company);
    defaults.fill(row, sent, customer(company, text(sent, "OrderingCustomerAccountNumber")));
    check(company, row);
    Numbers.assign(
        erp, SOURCE, row, "SalesOrderNumber", erp.settings().salesOrderNumbers(), "%06d");
    row.put("SalesOrderStatus", "Backorder")
        .put("SalesOrderProcessingStatus", "Active")
        .put("OrderCreationDateTime", erp.now().truncatedTo(ChronoUnit.SECONDS).toString());
    totals.stale(row);
    return erp.records().put(SOURCE, row);
  }

  private ObjectNode customer(String company, String account) {
    ObjectNode customer =
        erp.records()
            .find(company, "customers", account)
            .orElseThrow(
                () -> Reference.unknown(account, "OrderingCustomerAccountNumber", "Customers"));
    if (text(customer, "OnHoldStatus").equals("All")) {
      throw Fault.logic(Message.ON_HOLD, account, "All");
    }
    return customer;
  }

  private void check(String company, ObjectNode row) {
    Company own = erp.company(company);
    Reference.check(erp, company, row, REFERENCES);
    Reference.currency(own, row, "CurrencyCode");
    Reference.taxGroup(own, row, "SalesTaxGroupCode");
    Reference.country(row, "DeliveryAddressCountryRegionId");
    Sites.complete(
        erp.records(), company, row, "DefaultShippingSiteId", "DefaultShippingWarehouseId");
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    requireOpen(row);
    FIXED.stream()
        .filter(f -> patch.has(f) && !text(patch, f).equals(text(row, f)))
        .findFirst()
        .ifPresent(
            f -> {
              throw Fault.logic(Message.NOT_EDITABLE, f);
            });
    row.setAll(patch);
    if (OrderDefaults.isAddressed(patch)) {
      defaults.address(row, patch);
    }
    check(company, row);
    totals.stale(row);
    erp.records().put(SOURCE, row);
  }

  /** Throws a Fault for an order that is done. */
  static void requireOpen(ObjectNode order) {
    String status = text(order, "SalesOrderStatus");
    if (status.equals("Invoiced") || status.equals("Canceled")) {
      throw Fault.logic(Message.ORDER_CLOSED, text(order, "SalesOrderNumber"), status);
    }
  }

  /** Its lines go with it. */
  @Override
  public void delete(String company, ObjectNode row) {
    List<ObjectNode> lines = erp.records().lines(row);
    if (lines.stream().anyMatch(line -> Line.of(line).isPosted())) {
      throw Fault.logic(Message.POSTED, text(row, "SalesOrderNumber"));
    }
    LineRules rules = new LineRules(erp);
    lines.forEach(line -> rules.remove(line));
    erp.records().remove(SOURCE, row);
  }

  /** The order with this number; throws a Fault. */
  public static ObjectNode require(Records records, String company, String number) {
    return records
        .find(company, SOURCE, number)
        .orElseThrow(() -> Reference.unknown(number, "SalesOrderNumber", "Sales orders"));
  }
}
