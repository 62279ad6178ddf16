package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.master.CustomerRules;
import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Numbering;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Headers of sales quotations. Nothing keeps a reference from being used twice. */
public final class QuotationRules implements Rules {
  public static final String SOURCE = "quotations";
  private static final Set<String> CLOSED = Set.of("Confirmed", "Lost", "Cancelled");
  private static final Set<String> FIXED =
      Set.of("RequestingCustomerAccountNumber", "CurrencyCode");

  private static final List<Reference> REFERENCES =
      List.of(
          new Reference("InvoiceCustomerAccountNumber", "customers", "Customers"),
          new Reference("DeliveryModeCode", "DeliveryModesV2", "Modes of delivery"),
          new Reference("DeliveryTermsCode", "DeliveryTerms", "Terms of delivery"),
          new Reference("PaymentTermsName", "PaymentTerms", "Terms of payment"),
          new Reference("SalesOrderOriginCode", "SalesOrderOriginCodes", "Sales origin"),
          new Reference("DefaultShippingWarehouseId", "Warehouses", "Warehouses"),
          new Reference("DefaultShippingSiteId", "OperationalSites", "Sites"));

  /** Header's field ← customer's field. */
  private static final Map<String, String> FROM_CUSTOMER =
      Map.of(
          "CurrencyCode", "SalesCurrencyCode",
          "LanguageId", "LanguageId",
          "PaymentTermsName", "PaymentTerms",
          "DeliveryModeCode", "DeliveryMode",
          "DeliveryTermsCode", "DeliveryTerms",
          "SalesTaxGroupCode", "SalesTaxGroup",
          "ArePricesIncludingSalesTax", "IsSalesTaxIncludedInPrices",
          "PriceCustomerGroupCode", "DiscountPriceGroupId",
          "Email", "PrimaryContactEmail");

  private final Erp erp;

  public QuotationRules(Erp erp) {
    this.erp = erp;
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, "RequestingCustomerAccountNumber");
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.setAll(sent);
    row.put("dataAreaId", company);
    String account = text(sent, "RequestingCustomerAccountNumber");
    ObjectNode customer =
        erp.records()
            .find(company, CustomerRules.SOURCE, account)
            .orElseThrow(
                () -> Reference.unknown(account, "RequestingCustomerAccountNumber", "Customers"));
    if (text(customer, "OnHoldStatus").equals("All")) {
      throw Fault.logic(Message.ON_HOLD, account, "All");
    }
    row.set("RequestingCustomerAccountNumber", customer.path("CustomerAccount"));
    FROM_CUSTOMER.forEach((to, from) -> fill(row, sent, to, customer.path(from)));
    String payer = text(customer, "InvoiceAccount");
    if (text(sent, "InvoiceCustomerAccountNumber").isEmpty()) {
      row.put("InvoiceCustomerAccountNumber", payer.isEmpty() ? account : payer);
    }
    if (text(sent, "SalesQuotationName").isEmpty()) {
      row.put("SalesQuotationName", CustomerRules.name(customer));
    }
    if (Erp.isNoDay(row, "RequestedShippingDate")) {
      row.put("RequestedShippingDate", Erp.day(erp.today(company)));
    }
    check(company, row);
    Numbers.assign(erp, SOURCE, row, "SalesQuotationNumber", Numbering.AUTOMATIC, "QUO%06d");
    row.put("SalesQuotationStatus", "Created").put("AreTotalsCalculated", "No");
    return erp.records().put(SOURCE, row);
  }

  private static void fill(ObjectNode row, ObjectNode sent, String field, JsonNode value) {
    if (text(sent, field).isEmpty()) {
      row.set(field, value);
    }
  }

  private void check(String company, ObjectNode row) {
    Company own = erp.company(company);
    Reference.check(erp, company, row, REFERENCES);
    Reference.currency(own, row, "CurrencyCode");
    Reference.taxGroup(own, row, "SalesTaxGroupCode");
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
    check(company, row);
    erp.records().put(SOURCE, row);
  }

  /** Its lines go with it. */
  @Override
  public void delete(String company, ObjectNode row) {
    requireOpen(row);
    lines(erp.records(), row).forEach(line -> erp.records().remove(QuotationLines.SOURCE, line));
    erp.records().remove(SOURCE, row);
  }

  /** Throws a Fault for a quotation that is done. */
  static void requireOpen(ObjectNode quotation) {
    String status = text(quotation, "SalesQuotationStatus");
    if (CLOSED.contains(status)) {
      throw Fault.logic(Message.QUOTATION_CLOSED, text(quotation, "SalesQuotationNumber"), status);
    }
  }

  /** The quotation with this number; throws a Fault. */
  public static ObjectNode require(Records records, String company, String number) {
    return records
        .find(company, SOURCE, number)
        .orElseThrow(() -> Reference.unknown(number, "SalesQuotationNumber", "Sales quotations"));
  }

  /** In the order they were entered. */
  public static List<ObjectNode> lines(Records records, ObjectNode quotation) {
    return records.where(
        text(quotation, "dataAreaId"),
        QuotationLines.SOURCE,
        "SalesQuotationNumber",
        text(quotation, "SalesQuotationNumber"));
  }
}
