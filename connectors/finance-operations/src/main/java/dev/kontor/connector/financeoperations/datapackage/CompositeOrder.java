package dev.kontor.connector.financeoperations.datapackage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A sales order with its lines and the charges of its header as an entity file of "Sales orders
 * composite V4" (finance-operations/contract.md §5). Fields are attributes with the names of the
 * OData entities in capitals; lines and charges stand within their header, so that no number ties
 * them together.
 *
 * <p>The usual fields are always there, empty where there is nothing to say: the import engine is
 * told to refuse a file that lacks a field its project maps, and to take an empty one for none
 * (notes of a public integration project; documentation only).
 *
 * @param header fields of the header; what is no value is left out
 */
public record CompositeOrder(JsonNode header, JsonNode lines, JsonNode charges) {

  /** What data management calls the entity. */
  static final String ENTITY = "Sales orders composite V4";

  private static final List<String> HEADER =
      List.of(
          "OrderingCustomerAccountNumber",
          "CurrencyCode",
          "ArePricesIncludingSalesTax",
          "CustomersOrderReference",
          "CustomerRequisitionNumber",
          "SalesTaxGroupCode",
          "Email",
          "IsDeliveryAddressOrderSpecific",
          "DeliveryAddressName",
          "DeliveryAddressStreet",
          "DeliveryAddressZipCode",
          "DeliveryAddressCity",
          "DeliveryAddressStateId",
          "DeliveryAddressCountryRegionId",
          "DefaultShippingSiteId",
          "DefaultShippingWarehouseId",
          "RequestedShippingDate",
          "SalesOrderOriginCode",
          "SalesOrderPoolId",
          "DeliveryModeCode",
          "DeliveryTermsCode",
          "PaymentTermsName",
          "CustomerPaymentMethodName");

  private static final List<String> LINE =
      List.of(
          "CustomersLineNumber",
          "ItemNumber",
          "ProductConfigurationId",
          "ProductSizeId",
          "ProductColorId",
          "ProductStyleId",
          "ProductVersionId",
          "ExternalItemNumber",
          "LineDescription",
          "OrderedSalesQuantity",
          "SalesUnitSymbol",
          "SalesPrice",
          "SalesPriceQuantity",
          "LineDiscountAmount",
          "LineDiscountPercentage",
          "ShippingSiteId",
          "ShippingWarehouseId");

  private static final List<String> CHARGE =
      List.of("SalesChargeCode", "ChargeCategory", "FixedChargeAmount", "SalesTaxItemGroupCode");

  byte[] xml() {
    return XmlFile.of(xml -> xml.element("Document", () -> order(xml)));
  }

  private void order(XmlFile xml) {
    xml.element(
        "SALESORDERHEADERV3ENTITY",
        () -> {
          fields(xml, HEADER, header);
          // All charges are the shop's: one of the company's own would come on top of them.
          xml.attribute(capitals("SkipCreateAutoCharges"), "Yes");
          lines.forEach(line -> row(xml, "SALESORDERLINEV2ENTITY", LINE, line));
          charges.forEach(charge -> row(xml, "SALESORDERHEADERCHARGEV2ENTITY", CHARGE, charge));
        });
  }

  private static void row(XmlFile xml, String entity, List<String> usual, JsonNode row) {
    xml.element(entity, () -> fields(xml, usual, row));
  }

  private static void fields(XmlFile xml, List<String> usual, JsonNode row) {
    Set<String> names = new LinkedHashSet<>(usual);
    row.properties().stream()
        .filter(field -> field.getValue().isValueNode())
        .forEach(field -> names.add(field.getKey()));
    names.forEach(name -> xml.attribute(capitals(name), text(row.path(name))));
  }

  private static String text(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isNull() ? "" : value.asString("");
  }

  private static String capitals(String field) {
    return field.toUpperCase(Locale.ROOT);
  }
}
