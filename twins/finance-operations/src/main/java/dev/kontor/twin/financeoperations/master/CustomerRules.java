package dev.kontor.twin.financeoperations.master;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Numbering;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers: each is a party with an address of its own; nothing stops a second customer for the
 * same person.
 */
public final class CustomerRules implements Rules {
  public static final String SOURCE = "customers";
  private static final String FORMAT = "C%06d";
  private static final List<Reference> REFERENCES =
      List.of(
          new Reference("CustomerGroupId", "CustomerGroups", "Customer groups"),
          new Reference("InvoiceAccount", SOURCE, "Customers"),
          new Reference("PaymentTerms", "PaymentTerms", "Terms of payment"),
          new Reference("PaymentMethod", "CustomerPaymentMethods", "Methods of payment"),
          new Reference("DeliveryMode", "DeliveryModesV2", "Modes of delivery"),
          new Reference("DeliveryTerms", "DeliveryTerms", "Terms of delivery"),
          new Reference("WarehouseId", "Warehouses", "Warehouses"),
          new Reference("SiteId", "OperationalSites", "Sites"));

  /** Customer's field ← field of its group. */
  private static final Map<String, String> FROM_GROUP =
      Map.of(
          "PaymentTerms", "PaymentTermId",
          "SalesTaxGroup", "TaxGroupId",
          "IsSalesTaxIncludedInPrices", "IsSalesTaxIncludedInPrice");

  private final Erp erp;
  private final PostalAddresses addresses;

  public CustomerRules(Erp erp) {
    this.erp = erp;
    this.addresses = new PostalAddresses(erp);
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    return insert(company, sent, erp.settings().customerNumbers());
  }

  /** Inserts whatever the number sequence says. */
  public ObjectNode insert(String company, ObjectNode sent, Numbering numbering) {
    ObjectNode row = erp.records().blank(company, SOURCE);
    row.setAll(sent);
    row.put("dataAreaId", company);
    Reference.mandatory(row, "CustomerGroupId");
    defaults(erp.company(company), row, sent);
    check(company, row);
    Numbers.assign(erp, SOURCE, row, "CustomerAccount", numbering, FORMAT);
    if (text(row, "PartyNumber").isEmpty()) {
      row.put("PartyNumber", erp.records().next("", "party", "%09d"));
    }
    if (PostalAddresses.isNamed(sent)) {
      addresses.primary(row);
    }
    return erp.records().put(SOURCE, row);
  }

  private void defaults(Company company, ObjectNode row, ObjectNode sent) {
    erp.records()
        .find(company.id(), "CustomerGroups", text(row, "CustomerGroupId"))
        .ifPresent(
            group -> FROM_GROUP.forEach((to, from) -> fill(row, sent, to, group.path(from))));
    fill(row, sent, "SalesCurrencyCode", company.currency());
    fill(row, sent, "LanguageId", company.language());
    fill(row, sent, "PartyType", "Organization");
    fill(row, sent, "NameAlias", name(row));
  }

  private static void fill(ObjectNode row, ObjectNode sent, String field, String value) {
    fill(row, sent, field, tools.jackson.databind.node.StringNode.valueOf(value));
  }

  private static void fill(ObjectNode row, ObjectNode sent, String field, JsonNode value) {
    if (text(sent, field).isEmpty()) {
      row.set(field, value);
    }
  }

  /** Of the party. */
  public static String name(ObjectNode customer) {
    return text(customer, "PartyType").equals("Person")
        ? (text(customer, "PersonFirstName") + " " + text(customer, "PersonLastName")).strip()
        : text(customer, "OrganizationName");
  }

  private void check(String company, ObjectNode row) {
    Reference.mandatory(
        row, text(row, "PartyType").equals("Person") ? "PersonLastName" : "OrganizationName");
    Reference.check(erp, company, row, REFERENCES);
    Reference.currency(erp.company(company), row, "SalesCurrencyCode");
    Reference.taxGroup(erp.company(company), row, "SalesTaxGroup");
    Reference.country(row, "AddressCountryRegionId");
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    if (patch.has("PartyType") && !text(patch, "PartyType").equals(text(row, "PartyType"))) {
      throw Fault.logic(Message.NOT_EDITABLE, "PartyType");
    }
    row.setAll(patch);
    check(company, row);
    if (PostalAddresses.isNamed(patch)) {
      addresses.primary(row);
    }
    erp.records().put(SOURCE, row);
  }

  @Override
  public void delete(String company, ObjectNode row) {
    String account = text(row, "CustomerAccount");
    boolean used =
        !erp.records()
            .where(company, "salesOrders", "OrderingCustomerAccountNumber", account)
            .isEmpty();
    if (used) {
      throw Fault.logic(Message.NOT_EDITABLE, "CustomerAccount");
    }
    erp.records()
        .where(company, PostalAddresses.SOURCE, "CustomerAccountNumber", account)
        .forEach(a -> erp.records().remove(PostalAddresses.SOURCE, a));
    erp.records().remove(SOURCE, row);
  }
}
