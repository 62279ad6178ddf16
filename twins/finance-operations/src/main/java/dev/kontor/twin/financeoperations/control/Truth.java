package dev.kontor.twin.financeoperations.control;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.sales.Line;
import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the system really holds, of all companies, for comparisons. */
public final class Truth {
  private record Told(String source, List<String> fields) {}

  private static Map.Entry<String, Told> book(String name, String source, String fields) {
    return Map.entry(name, new Told(source, List.of(fields.split(" "))));
  }

  private static final Map<String, Told> BOOKS =
      Map.ofEntries(
          book(
              "quotations",
              "quotations",
              "dataAreaId SalesQuotationNumber SalesQuotationStatus CustomersReference"
                  + " RequestingCustomerAccountNumber CurrencyCode SalesQuotationExpiryDate"
                  + " GeneratedSalesOrderNumber"),
          book(
              "orders",
              "salesOrders",
              "dataAreaId SalesOrderNumber SalesOrderStatus SalesOrderProcessingStatus"
                  + " IsSalesProcessingStopped"
                  + " CustomersOrderReference CustomerRequisitionNumber"
                  + " OrderingCustomerAccountNumber InvoiceCustomerAccountNumber CurrencyCode"
                  + " ArePricesIncludingSalesTax SalesTaxGroupCode DeliveryModeCode"
                  + " DeliveryAddressName DeliveryAddressStreet DeliveryAddressZipCode"
                  + " DeliveryAddressCity DeliveryAddressCountryRegionId OrderTotalAmount"
                  + " OrderTotalTaxAmount OrderTotalChargesAmount"),
          book(
              "customers",
              "customers",
              "dataAreaId CustomerAccount PartyNumber PartyType OrganizationName PersonFirstName"
                  + " PersonLastName PrimaryContactEmail TaxExemptNumber AddressStreet"
                  + " AddressZipCode AddressCity AddressCountryRegionId CustomerGroupId"
                  + " SalesTaxGroup CreditLimit OnHoldStatus"),
          book(
              "stock",
              "WarehousesOnHandV2",
              "dataAreaId ItemNumber ProductColorId ProductConfigurationId ProductSizeId"
                  + " ProductStyleId InventorySiteId InventoryWarehouseId OnHandQuantity"
                  + " ReservedOnHandQuantity OnOrderQuantity AvailableOnHandQuantity"),
          book(
              "invoices",
              "invoices",
              "dataAreaId InvoiceNumber InvoiceDate LedgerVoucher SalesOrderNumber"
                  + " CustomersOrderReference InvoiceCustomerAccountNumber CurrencyCode"
                  + " TotalInvoiceAmount TotalTaxAmount TotalChargeAmount TotalDiscountAmount"),
          book(
              "invoiceLines",
              "invoiceLines",
              "dataAreaId InvoiceNumber LineCreationSequenceNumber ProductNumber ProductColorId"
                  + " ProductSizeId InvoicedQuantity SalesPrice LineAmount LineTotalTaxAmount"),
          book("packingSlips", "packingSlips", "dataAreaId packingSlip order date warehouse lines"),
          book(
              "payments",
              "CustomerPaymentJournalLines",
              "dataAreaId JournalBatchNumber LineNumber AccountDisplayValue CreditAmount"
                  + " DebitAmount CurrencyCode PaymentReference PaymentMethodName MarkedInvoice"
                  + " Voucher TransactionText"),
          book(
              "transactions",
              "CustTransactions",
              "dataAreaId AccountNum Invoice Voucher TransType TransDate DueDate CurrencyCode"
                  + " AmountCur AmountMST SettleAmountCur PaymReference Closed"),
          book(
              "prices",
              "SalesPriceAgreements",
              "dataAreaId ItemNumber CustomerAccountNumber PriceCustomerGroupCode PriceCurrencyCode"
                  + " QuantityUnitySymbol Price SalesPriceQuantity FromQuantity ToQuantity"
                  + " PriceApplicableFromDate PriceApplicableToDate WillSearchContinue"),
          book(
              "items",
              "products",
              "dataAreaId ItemNumber SearchName ProductSubType ProductLifecycleStateId SalesPrice"
                  + " SalesUnitSymbol NetProductWeight TareProductWeight"),
          book(
              "variants",
              "ReleasedProductVariantsV2",
              "dataAreaId ItemNumber ProductColorId ProductSizeId ProductStyleId"
                  + " ProductConfigurationId ProductVariantNumber ProductName"
                  + " ProductLifecycleStateId"));

  private static final List<String> LINE =
      List.of(
          "InventoryLotId",
          "LineCreationSequenceNumber",
          "ItemNumber",
          "ProductColorId",
          "ProductSizeId",
          "ExternalItemNumber",
          "LineDescription",
          "OrderedSalesQuantity",
          "SalesUnitSymbol",
          "SalesPrice",
          "SalesPriceQuantity",
          "LineDiscountAmount",
          "LineDiscountPercentage",
          "LineAmount",
          "ShippingWarehouseId",
          "SalesOrderLineStatus");

  private final Erp erp;

  public Truth(Erp erp) {
    this.erp = erp;
  }

  /** {@code {what: [row]}}, empty for a book nobody keeps. */
  public Optional<ObjectNode> about(String what) {
    return Optional.ofNullable(BOOKS.get(what)).map(told -> rows(what, told));
  }

  private ObjectNode rows(String what, Told told) {
    ObjectNode body = Json.object();
    ArrayNode rows = body.putArray(what);
    return erp.records()
        .rows()
        .reading(
            () -> {
              erp.records()
                  .each(erp.companies(), told.source(), row -> shown(row, told.fields()))
                  .forEach(
                      row -> {
                        if (what.equals("orders")) {
                          lines(row);
                        }
                        rows.add(row);
                      });
              return body;
            });
  }

  private static ObjectNode shown(ObjectNode row, List<String> fields) {
    ObjectNode shown = Json.object();
    fields.forEach(field -> shown.set(field, row.path(field)));
    return shown;
  }

  private void lines(ObjectNode order) {
    ArrayNode lines = order.putArray("lines");
    erp.records()
        .where(
            text(order, "dataAreaId"),
            "salesLines",
            "SalesOrderNumber",
            text(order, "SalesOrderNumber"))
        .forEach(
            row -> {
              Line line = Line.of(row);
              lines.add(
                  shown(row, LINE)
                      .put("delivered", line.delivered())
                      .put("invoiced", line.invoiced())
                      .put("open", line.open()));
            });
  }
}
