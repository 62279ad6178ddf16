package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.ModelJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts and companies of the twin, as its administrators make them. */
final class TwinCompanies {

  private final TwinShop shop;
  private int made;

  TwinCompanies(TwinShop shop) {
    this.shop = shop;
  }

  /**
   * A company with its only account.
   *
   * @param customer id of the account
   * @param company its id
   */
  record Member(String customer, String company) {}

  /** A new account at this instant. */
  Placed account(String lastname) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ObjectNode customer = body.putObject("customer");
    customer
        .put("email", "k" + ++made + "@kunde.example")
        .put("firstname", "Änne")
        .put("lastname", lastname)
        .put("taxvat", "DE12345678" + made)
        .put("website_id", 1)
        .put("store_id", 1);
    customer.putArray("addresses").add(address("Talweg " + made));
    String id = shop.admin("POST", "/rest/all/V1/customers", body).path("id").asString();
    return new Placed(id, id);
  }

  private static ObjectNode address(String street) {
    ObjectNode address =
        (ObjectNode)
            ModelJson.parse(
                """
                {"firstname": "Änne", "lastname": "Großkopf", "company": "Großkopf KG",
                 "postcode": "89073", "city": "Ulm", "country_id": "DE", "telephone": "0731 1",
                 "default_billing": true, "default_shipping": true}""");
    address.putArray("street").add(street);
    return address;
  }

  /** A new company of a new account. */
  Member found() {
    return found(account("Großkopf").id());
  }

  Member found(String customer) {
    ObjectNode body =
        (ObjectNode)
            ModelJson.parse(
                """
                {"company": {"company_name": "Großkopf Alpin GmbH", "company_email": "e@g.example",
                 "street": ["Talweg 3"], "city": "Ulm", "country_id": "DE", "postcode": "89073",
                 "telephone": "0731 1", "customer_group_id": 1, "status": 1}}""");
    ((ObjectNode) body.path("company"))
        .put("vat_tax_id", "DE98765432" + customer)
        .put("super_user_id", Integer.parseInt(customer));
    JsonNode company = shop.admin("POST", "/rest/all/V1/company/", body);
    return new Member(customer, company.path("id").asString());
  }

  /** Somebody else changes an account. */
  void change(String customer, String lastname, String street) {
    JsonNode row = shop.admin("GET", "/rest/all/V1/customers/" + customer, null);
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ObjectNode changed = body.putObject("customer");
    changed.set("email", row.path("email"));
    changed.put("firstname", "Änne").put("lastname", lastname).put("website_id", 1);
    changed.putArray("addresses").add(address(street));
    shop.admin("PUT", "/rest/all/V1/customers/" + customer, body);
  }

  JsonNode account(Placed placed) {
    return shop.admin("GET", "/rest/all/V1/customers/" + placed.id(), null);
  }

  /** Credit of an account's company with its movements. */
  JsonNode credit(String customer) {
    JsonNode company =
        shop.admin("GET", "/rest/all/V1/customers/" + customer, null)
            .path("extension_attributes")
            .path("company_attributes")
            .path("company_id");
    return shop.credits()
        .valueStream()
        .filter(credit -> credit.path("company_id").equals(company))
        .findFirst()
        .orElseThrow();
  }

  JsonNode operations(String customer) {
    return credit(customer).path("operations");
  }
}
