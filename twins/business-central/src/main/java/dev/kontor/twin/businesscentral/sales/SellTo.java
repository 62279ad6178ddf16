package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
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

  private final Records records;

  SellTo(Records records) {
    this.records = records;
  }

  /** Throws ODataFault when the customer is unknown, blocked or lacks its posting groups. */
  void apply(ObjectNode order, ObjectNode body) {
    ObjectNode customer = found(body, "customerId", "customerNumber", "sell-to");
    usable(customer);
    boolean billed = body.has("billToCustomerId") || body.has("billToCustomerNumber");
    ObjectNode payer =
        billed ? found(body, "billToCustomerId", "billToCustomerNumber", "bill-to") : customer;
    usable(payer);
    copySellTo(order, customer);
    copyBillTo(order, payer);
  }

  private ObjectNode found(ObjectNode body, String idField, String numberField, String role) {
    String id = Records.text(body, idField);
    String number = Records.text(body, numberField);
    ObjectNode customer =
        (id.isEmpty() ? records.by("customers", "number", number) : records.byId("customers", id))
            .orElseThrow(() -> Faults.dialog("The " + role + " customer cannot be found."));
    if (!number.isEmpty() && !Records.text(customer, "number").equals(number)) {
      throw Faults.dialog("The " + role + " customer values do not match to a specific Customer.");
    }
    return customer;
  }

  static void usable(ObjectNode customer) {
    String number = Records.text(customer, "number");
    String blocked = Records.text(customer, "blocked");
    if (!blocked.equals("_x0020_")) {
      throw Faults.dialog(
          "You cannot create this type of document when Customer %s is blocked with type %s"
              .formatted(number, blocked));
    }
    if (Records.text(customer, "_generalBusinessGroup").isEmpty()) {
      throw Faults.mustHaveValue("Gen. Bus. Posting Group", "Customer", number);
    }
    if (Records.text(customer, "_customerPostingGroup").isEmpty()) {
      throw Faults.mustHaveValue("Customer Posting Group", "Customer", number);
    }
  }

  private static void copySellTo(ObjectNode order, ObjectNode customer) {
    order.set("customerId", customer.path("id"));
    order.set("customerNumber", customer.path("number"));
    order.set("customerName", customer.path("displayName"));
    order.set("shipToName", customer.path("displayName"));
    order.set("phoneNumber", customer.path("phoneNumber"));
    order.set("email", customer.path("email"));
    order.set("salesperson", customer.path("salespersonCode"));
    order.set("shipmentMethodId", customer.path("shipmentMethodId"));
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
    order.set("_vatBusinessGroup", payer.path("_vatBusinessGroup"));
    ADDRESS.forEach((suffix, field) -> order.set("billTo" + suffix, payer.path(field)));
  }
}
