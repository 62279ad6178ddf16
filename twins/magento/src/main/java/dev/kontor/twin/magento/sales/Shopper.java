package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.b2b.Members;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who places an order: a guest, or a customer the shop knows by id or e-mail.
 *
 * @param customer null for a guest
 * @param company that the customer buys for, null without one
 */
record Shopper(
    @Nullable ObjectNode customer,
    String email,
    JsonNode billing,
    JsonNode shipping,
    long group,
    long taxClass,
    @Nullable ObjectNode company) {

  static Shopper of(Tables tables, JsonNode wish) {
    JsonNode who = wish.path("customer");
    ObjectNode known = known(tables, who).orElse(null);
    JsonNode billing = wish.has("billing") ? wish.get("billing") : saved(known);
    JsonNode shipping = wish.has("shipping") ? wish.get("shipping") : billing;
    if (!billing.hasNonNull("country_id")) {
      throw new IllegalArgumentException(
          "billing is needed: {firstname, lastname, street, postcode, city, country_id, ...}");
    }
    long group = known == null ? 0 : Row.number(known, "group_id");
    String email = known == null ? Row.text(who, "email") : Row.text(known, "email");
    if (email.isEmpty()) {
      throw new IllegalArgumentException("customer needs an id or an email");
    }
    long taxClass = Row.number(tables.groups().get(group), "tax_class_id");
    ObjectNode company =
        known == null ? null : new Members(tables, true).company(known).orElse(null);
    return new Shopper(known, email, billing, shipping, group, taxClass, company);
  }

  private static Optional<ObjectNode> known(Tables tables, JsonNode who) {
    if (who.path("guest").asBoolean(false)) {
      return Optional.empty();
    }
    return who.hasNonNull("id")
        ? Optional.of(tables.customers().get(Row.number(who, "id")))
        : tables.customers().named("email", Row.text(who, "email"));
  }

  private static JsonNode saved(@Nullable ObjectNode customer) {
    if (customer == null) {
      return Json.object();
    }
    return customer
        .path("addresses")
        .valueStream()
        .filter(a -> a.path("default_billing").asBoolean(false))
        .findFirst()
        .orElse(customer.path("addresses").path(0));
  }

  void write(ObjectNode order) {
    order.put("customer_email", email).put("customer_group_id", group);
    order.put("customer_is_guest", customer == null ? 1 : 0);
    JsonNode named = customer == null ? billing : customer;
    order.put("customer_firstname", Row.text(named, "firstname"));
    order.put("customer_lastname", Row.text(named, "lastname"));
    if (customer != null) {
      order.put("customer_id", Row.number(customer, "id"));
      if (customer.hasNonNull("taxvat")) {
        order.put("customer_taxvat", Row.text(customer, "taxvat"));
      }
    }
  }

  /** Names the company in its order. */
  void buysFor(ObjectNode order) {
    if (company != null) {
      order
          .withObjectProperty("_ext")
          .putObject("company_order_attributes")
          .put("order_id", Row.number(order, "entity_id"))
          .put("company_id", Row.number(company, "id"))
          .put("company_name", Row.text(company, "company_name"));
    }
  }
}
