package dev.kontor.connector.magento.order;

import static dev.kontor.connector.magento.order.Text.text;

import dev.kontor.model.Address;
import dev.kontor.model.Customer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who bought, as the order remembers it. Magento knows no customer number. */
final class Buyer {

  private Buyer() {}

  static Customer of(ShopOrder order) {
    JsonNode json = order.json();
    JsonNode billing = json.path("billing_address");
    Address billTo = Addresses.billTo(order);
    List<String> vatIds = vatIds(json, billing);
    String company = either(company(json), billing.path("company"));
    return new Customer(
        text(json.path("customer_id")),
        null,
        company == null && vatIds.isEmpty() ? Customer.Kind.PERSON : Customer.Kind.COMPANY,
        json.path("customer_is_guest").asInt(0) == 1,
        company,
        either(json.path("customer_prefix"), billing.path("prefix")),
        null,
        either(json.path("customer_firstname"), billing.path("firstname")),
        either(json.path("customer_lastname"), billing.path("lastname")),
        either(json.path("customer_email"), billing.path("email")),
        billTo.phone(),
        vatIds,
        text(json.path("customer_group_id")),
        null,
        Addresses.shipTo(order).country(),
        billTo,
        null,
        Map.of());
  }

  /** Of the company the order was placed for; a missing node without one. */
  private static JsonNode company(JsonNode json) {
    JsonNode name = json.path("company").path("company_name");
    return text(name) == null
        ? json.path("extension_attributes").path("company_order_attributes").path("company_name")
        : name;
  }

  /** As stated with the company, else with the account, else with the billing address. */
  private static List<String> vatIds(JsonNode json, JsonNode billing) {
    String own = either(json.path("customer_taxvat"), billing.path("vat_id"));
    String ofCompany = text(json.path("company").path("vat_tax_id"));
    String vatId = ofCompany == null ? own : ofCompany;
    return vatId == null ? List.of() : List.of(vatId);
  }

  private static @Nullable String either(JsonNode first, JsonNode second) {
    String text = text(first);
    return text == null ? text(second) : text;
  }
}
