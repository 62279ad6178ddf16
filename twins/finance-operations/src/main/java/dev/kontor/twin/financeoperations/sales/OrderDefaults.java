package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.master.CustomerRules;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What an order takes from its customer where nothing is sent. */
final class OrderDefaults {
  /** Header's field ← customer's field. */
  private static final Map<String, String> FROM_CUSTOMER =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("CurrencyCode", "SalesCurrencyCode"),
              Map.entry("LanguageId", "LanguageId"),
              Map.entry("PaymentTermsName", "PaymentTerms"),
              Map.entry("CustomerPaymentMethodName", "PaymentMethod"),
              Map.entry("DeliveryModeCode", "DeliveryMode"),
              Map.entry("DeliveryTermsCode", "DeliveryTerms"),
              Map.entry("SalesTaxGroupCode", "SalesTaxGroup"),
              Map.entry("ArePricesIncludingSalesTax", "IsSalesTaxIncludedInPrices"),
              Map.entry("PriceCustomerGroupCode", "DiscountPriceGroupId"),
              Map.entry("LineDiscountCustomerGroupCode", "LineDiscountCode"),
              Map.entry("MultilineDiscountCustomerGroupCode", "MultiLineDiscountCode"),
              Map.entry("TotalDiscountCustomerGroupCode", "TotalDiscountCode"),
              Map.entry("DefaultShippingSiteId", "SiteId"),
              Map.entry("DefaultShippingWarehouseId", "WarehouseId"),
              Map.entry("TaxExemptNumber", "TaxExemptNumber"),
              Map.entry("Email", "PrimaryContactEmail")));

  /** Field of an address in the header, behind DeliveryAddress or InvoiceAddress ← customer's. */
  private static final Map<String, String> ADDRESS =
      Map.of(
          "Street", "AddressStreet",
          "StreetNumber", "AddressStreetNumber",
          "ZipCode", "AddressZipCode",
          "City", "AddressCity",
          "StateId", "AddressState",
          "CountryRegionId", "AddressCountryRegionId");

  private static final String DELIVERY = "DeliveryAddress";

  private final Erp erp;

  OrderDefaults(Erp erp) {
    this.erp = erp;
  }

  void fill(ObjectNode row, ObjectNode sent, ObjectNode customer) {
    FROM_CUSTOMER.forEach((to, from) -> fill(row, sent, to, customer.path(from)));
    String payer = text(customer, "InvoiceAccount");
    String account = text(customer, "CustomerAccount");
    row.put("OrderingCustomerAccountNumber", account);
    fill(row, sent, "InvoiceCustomerAccountNumber", payer.isEmpty() ? account : payer);
    fill(row, sent, "SalesOrderName", CustomerRules.name(customer));
    fill(row, sent, "RequestedShippingDate", Erp.day(erp.today(text(row, "dataAreaId"))));
    fill(row, sent, "RequestedReceiptDate", text(row, "RequestedShippingDate"));
    fill(
        row,
        sent,
        "InventoryReservationMethod",
        erp.settings().automaticReservation() ? "Automatic" : "None");
    address(row, sent);
    payerAddress(row);
  }

  private static void fill(ObjectNode row, ObjectNode sent, String field, String value) {
    fill(row, sent, field, StringNode.valueOf(value));
  }

  private static void fill(ObjectNode row, ObjectNode sent, String field, JsonNode value) {
    if (text(sent, field).isEmpty()) {
      row.set(field, value);
    }
  }

  /** Whether anything of a delivery address is named. */
  static boolean isAddressed(ObjectNode patch) {
    return patch.propertyNames().stream().anyMatch(name -> name.contains(DELIVERY));
  }

  /**
   * An address sent counts only for an order that says it has one of its own; else the customer's
   * is taken.
   */
  void address(ObjectNode row, ObjectNode sent) {
    if (Records.yes(row, "IsDeliveryAddressOrderSpecific")) {
      Reference.mandatory(row, DELIVERY + "CountryRegionId");
    } else if (!sent.has(DELIVERY + "LocationId") || !located(row)) {
      customer(row, "OrderingCustomerAccountNumber")
          .ifPresent(
              customer -> {
                copy(row, DELIVERY, customer);
                row.put(DELIVERY + "Name", CustomerRules.name(customer));
                row.set(DELIVERY + "LocationId", customer.path("AddressLocationId"));
              });
    }
    row.put(
        "FormattedDelveryAddress",
        (text(row, DELIVERY + "Street")
                + "\n"
                + text(row, DELIVERY + "ZipCode")
                + " "
                + text(row, DELIVERY + "City")
                + "\n"
                + text(row, DELIVERY + "CountryRegionId"))
            .strip());
  }

  /** Takes an address the customer has by its location. */
  private boolean located(ObjectNode row) {
    return erp
        .records()
        .where(
            text(row, "dataAreaId"),
            "addresses",
            "AddressLocationId",
            text(row, DELIVERY + "LocationId"))
        .stream()
        .filter(
            a ->
                text(a, "CustomerAccountNumber").equals(text(row, "OrderingCustomerAccountNumber")))
        .peek(a -> copy(row, DELIVERY, a))
        .findFirst()
        .isPresent();
  }

  private void payerAddress(ObjectNode row) {
    customer(row, "InvoiceCustomerAccountNumber")
        .ifPresent(payer -> copy(row, "InvoiceAddress", payer));
  }

  private java.util.Optional<ObjectNode> customer(ObjectNode row, String field) {
    return erp.records().find(text(row, "dataAreaId"), "customers", text(row, field));
  }

  private static void copy(ObjectNode row, String prefix, ObjectNode from) {
    ADDRESS.forEach((to, field) -> row.set(prefix + to, from.path(field)));
  }
}
