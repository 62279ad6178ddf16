package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of sales quotations, priced as those of orders are; they need no stock. */
public final class QuotationLines implements Rules {
  public static final String SOURCE = "quotationLines";
  private static final String QUOTATION = "SalesQuotationNumber";
  private static final String PIECES = "RequestedSalesQuantity";
  private static final Set<String> FIXED = Set.of(QUOTATION, "ItemNumber");

  /** What an order's line calls otherwise. */
  private static final String ORDERED = "OrderedSalesQuantity";

  /** Line's field ← header's field. */
  private static final Map<String, String> FROM_HEADER =
      Map.of(
          "ShippingSiteId", "DefaultShippingSiteId",
          "ShippingWarehouseId", "DefaultShippingWarehouseId",
          "SalesTaxGroupCode", "SalesTaxGroupCode",
          "DeliveryModeCode", "DeliveryModeCode",
          "RequestedShippingDate", "RequestedShippingDate",
          "RequestingCustomerAccountNumber", "RequestingCustomerAccountNumber",
          "InvoiceCustomerAccountNumber", "InvoiceCustomerAccountNumber");

  /** Line's field ← product's field. */
  private static final Map<String, String> FROM_PRODUCT =
      Map.of(
          "SalesUnitSymbol", "SalesUnitSymbol",
          "SalesTaxItemGroupCode", "SalesSalesTaxItemGroupCode",
          "LineDescription", "ProductSearchName");

  private static final List<String> PRICED =
      List.of("SalesPrice", "SalesPriceQuantity", "LineAmount", "FixedPriceCharges");

  private final Erp erp;
  private final LineDefaults defaults;
  private final LinePrice price;

  public QuotationLines(Erp erp) {
    this.erp = erp;
    this.defaults = new LineDefaults(erp);
    this.price = new LinePrice(erp);
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, QUOTATION, "ItemNumber");
    ObjectNode header = QuotationRules.require(erp.records(), company, text(sent, QUOTATION));
    QuotationRules.requireOpen(header);
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.setAll(sent);
    row.put("dataAreaId", company);
    ObjectNode product = defaults.product(row);
    row.set("ItemNumber", product.path("ItemNumber"));
    FROM_HEADER.forEach((to, from) -> fill(row, sent, to, header.path(from)));
    FROM_PRODUCT.forEach((to, from) -> fill(row, sent, to, product.path(from)));
    check(row);
    row.put("InventoryLotId", erp.records().next(company, "lot", "%06d"))
        .put("LineCreationSequenceNumber", QuotationRules.lines(erp.records(), header).size() + 1);
    row.set("SalesQuotationStatus", header.path("SalesQuotationStatus"));
    price(row, sent, header, true);
    return erp.records().put(SOURCE, row);
  }

  private static void fill(ObjectNode row, ObjectNode sent, String field, JsonNode value) {
    if (text(sent, field).isEmpty()) {
      row.set(field, value);
    }
  }

  private void check(ObjectNode row) {
    if (number(row, PIECES).signum() <= 0) {
      throw Fault.logic(Message.MANDATORY, PIECES);
    }
    defaults.check(row);
  }

  /** As an order of that customer on that day would be. */
  private void price(ObjectNode row, ObjectNode sent, ObjectNode header, boolean fresh) {
    ObjectNode line = asOrdered(row);
    line.set("CurrencyCode", header.path("CurrencyCode"));
    ObjectNode order = header.deepCopy();
    order.set("OrderingCustomerAccountNumber", header.path("RequestingCustomerAccountNumber"));
    if (fresh) {
      price.set(line, asOrdered(sent), order);
    } else {
      price.change(line, asOrdered(sent), order);
    }
    PRICED.forEach(field -> row.set(field, line.path(field)));
    line.propertyNames().stream()
        .filter(name -> name.startsWith("_"))
        .forEach(name -> row.set(name, line.path(name)));
  }

  private static ObjectNode asOrdered(ObjectNode row) {
    ObjectNode line = row.deepCopy();
    if (row.has(PIECES)) {
      line.set(ORDERED, row.path(PIECES));
    }
    return line;
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    ObjectNode header = QuotationRules.require(erp.records(), company, text(row, QUOTATION));
    QuotationRules.requireOpen(header);
    FIXED.stream()
        .filter(f -> patch.has(f) && !patch.path(f).equals(row.path(f)))
        .findFirst()
        .ifPresent(
            f -> {
              throw Fault.logic(Message.NOT_EDITABLE, f);
            });
    row.setAll(patch);
    check(row);
    price(row, patch, header, false);
    erp.records().put(SOURCE, row);
  }

  @Override
  public void delete(String company, ObjectNode row) {
    QuotationRules.requireOpen(
        QuotationRules.require(erp.records(), company, text(row, QUOTATION)));
    erp.records().remove(SOURCE, row);
  }
}
