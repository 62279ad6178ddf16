package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Finds, checks and copies the customers of an order. */
final class SellTo {
  private static final Map<String, String> ADDRESS =
      Map.of(
          "AddressLine1", "addressLine1",
          "AddressLine2", "addressLine2",
          "City", "city",
          "Country", "country",
          "State", "state",
          "PostCode", "postalCode");

  /** Fields of the customer that a document takes over under the same name. */
  private static final List<String> HABITS =
      List.of("shippingAgentCode", "shippingAgentServiceCode", "locationCode");

  private final Records records;
  private final DocumentKind kind;

  SellTo(Records records, DocumentKind kind) {
    this.records = records;
    this.kind = kind;
  }

  /** Throws ODataFault when the customer is unknown, blocked or lacks its posting groups. */
  void apply(ObjectNode order, ObjectNode body) {
    ObjectNode customer = found(body, "customerId", "customerNumber", "sell-to");
    usable(customer, kind, "create");
    copySellTo(order, customer);
    billTo(order, body);
  }

  /** Who pays: the one named, else the customer's own bill-to customer, else the customer. */
  void billTo(ObjectNode order, ObjectNode body) {
    ObjectNode payer = payer(order, body);
    usable(payer, kind, "create");
    copyBillTo(order, payer);
  }

  private ObjectNode payer(ObjectNode order, ObjectNode body) {
    if (body.has("billToCustomerId") || body.has("billToCustomerNumber")) {
      return found(body, "billToCustomerId", "billToCustomerNumber", "bill-to");
    }
    ObjectNode customer =
        records.byId("customers", Records.text(order, "customerId")).orElseThrow();
    String other = Records.text(customer, "billToCustomerNumber");
    return other.isEmpty() ? customer : records.by("customers", "number", other).orElse(customer);
  }

  private ObjectNode found(ObjectNode body, String idField, String numberField, String role) {
    return records.named(
        "customers",
        Records.text(body, idField),
        Records.text(body, numberField),
        Faults.dialog("The " + role + " customer cannot be found."),
        Faults.dialog("The " + role + " customer values do not match to a specific Customer."));
  }

  static void usable(ObjectNode customer, DocumentKind kind, String what) {
    String number = Records.text(customer, "number");
    String blocked = Records.text(customer, "blocked");
    boolean stopped =
        kind == DocumentKind.ORDER ? !blocked.equals("_x0020_") : blocked.equals("All");
    if (stopped) {
      throw Faults.dialog(
          "You cannot %s this type of document when Customer %s is blocked with type %s"
              .formatted(what, number, blocked));
    }
    if (Records.text(customer, "_generalBusinessGroup").isEmpty()) {
      throw Faults.mustHaveValue("Gen. Bus. Posting Group", "Customer", number);
    }
    if (Records.text(customer, "_customerPostingGroup").isEmpty()) {
      throw Faults.mustHaveValue("Customer Posting Group", "Customer", number);
    }
  }

  private void copySellTo(ObjectNode order, ObjectNode customer) {
    order.set("customerId", customer.path("id"));
    order.set("customerNumber", customer.path("number"));
    order.set("customerName", customer.path("displayName"));
    order.set("shipToName", customer.path("displayName"));
    order.set("phoneNumber", customer.path("phoneNumber"));
    order.set("email", customer.path("email"));
    order.set("salesperson", customer.path("salespersonCode"));
    order.set("shipmentMethodId", customer.path("shipmentMethodId"));
    HABITS.forEach(field -> order.put(field, Records.text(customer, field)));
    order.put(
        "paymentMethodCode",
        records.codeOf("paymentMethods", Records.text(customer, "paymentMethodId")));
    ADDRESS.forEach(
        (suffix, field) -> {
          order.set("sellTo" + suffix, customer.path(field));
          order.set("shipTo" + suffix, customer.path(field));
        });
  }

  private static void copyBillTo(ObjectNode order, ObjectNode payer) {
    order.set("billToCustomerId", payer.path("id"));
    order.set("billToCustomerNumber", payer.path("number"));
    order.set("billToName", payer.path("displayName"));
    order.set("paymentTermsId", payer.path("paymentTermsId"));
    order.set("currencyId", payer.path("currencyId"));
    order.set("currencyCode", payer.path("currencyCode"));
    if (!order.has("_vatBusinessGroup")) {
      order.put("pricesIncludeTax", payer.path("pricesIncludeTax").asBoolean(false));
    }
    order.set("_vatBusinessGroup", payer.path("_vatBusinessGroup"));
    order.put("_customerPriceGroup", Records.text(payer, "customerPriceGroup"));
    order.put("_customerDiscGroup", Records.text(payer, "customerDiscountGroup"));
    order.put("_allowLineDiscount", payer.path("allowLineDiscount").asBoolean(true));
    ADDRESS.forEach((suffix, field) -> order.set("billTo" + suffix, payer.path(field)));
  }
}
