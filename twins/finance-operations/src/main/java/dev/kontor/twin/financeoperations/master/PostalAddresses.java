package dev.kontor.twin.financeoperations.master;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Numbers;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.records.Rules;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Addresses of customers; the primary one shows on the customer, too. */
public final class PostalAddresses implements Rules {
  public static final String SOURCE = "addresses";
  private static final String FOREVER = "2154-12-31T23:59:59Z";
  private static final List<String> SHARED_FIELDS =
      List.of(
          "AddressStreet",
          "AddressStreetNumber",
          "AddressZipCode",
          "AddressCity",
          "AddressState",
          "AddressDistrictName",
          "AddressCountryRegionId",
          "AddressDescription",
          "AddressLocationRoles",
          "AddressLocationId");

  private final Erp erp;

  public PostalAddresses(Erp erp) {
    this.erp = erp;
  }

  /** Whether anything of an address is named. */
  static boolean isNamed(ObjectNode sent) {
    return SHARED_FIELDS.stream().anyMatch(field -> !text(sent, field).isEmpty());
  }

  /** Makes what the customer shows its primary address; the customer is stored by the caller. */
  void primary(ObjectNode customer) {
    ObjectNode address =
        of(customer).stream()
            .filter(a -> Records.yes(a, "IsPrimary"))
            .findFirst()
            .orElseGet(() -> blank(customer).put("IsPrimary", "Yes"));
    SHARED_FIELDS.stream()
        .filter(field -> !field.equals("AddressLocationId"))
        .forEach(field -> address.set(field, customer.path(field)));
    store(address);
    show(customer, address);
  }

  private List<ObjectNode> of(ObjectNode customer) {
    return erp.records()
        .where(
            text(customer, "dataAreaId"),
            SOURCE,
            "CustomerAccountNumber",
            text(customer, "CustomerAccount"));
  }

  private ObjectNode blank(ObjectNode customer) {
    return erp.records()
        .blank(text(customer, "dataAreaId"), SOURCE)
        .put("CustomerAccountNumber", text(customer, "CustomerAccount"))
        .put("CustomerLegalEntityId", text(customer, "dataAreaId"))
        .put("AddressLocationId", erp.records().next("", "location", "%09d"))
        .put("Effective", erp.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("Expiration", FOREVER);
  }

  private void store(ObjectNode address) {
    address.put("FormattedAddress", formatted(address));
    erp.records().put(SOURCE, address);
  }

  private static void show(ObjectNode customer, ObjectNode address) {
    SHARED_FIELDS.forEach(field -> customer.set(field, address.path(field)));
    customer.put("FullPrimaryAddress", text(address, "FormattedAddress"));
  }

  /** An address as it is printed. */
  public static String formatted(ObjectNode address) {
    return Stream.of(
            text(address, "AddressStreet"),
            (text(address, "AddressZipCode") + " " + text(address, "AddressCity")).strip(),
            text(address, "AddressCountryRegionId"))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public ObjectNode insert(String company, ObjectNode sent) {
    Reference.mandatory(sent, "CustomerAccountNumber", "AddressCountryRegionId");
    ObjectNode customer = customer(company, sent);
    ObjectNode row = blank(customer);
    sent.properties().stream()
        .filter(p -> !p.getValue().asString("").isEmpty())
        .forEach(p -> row.set(p.getKey(), p.getValue()));
    row.put("dataAreaId", company);
    Reference.country(row, "AddressCountryRegionId");
    Numbers.requireNew(erp, SOURCE, row, "AddressLocationId");
    store(row);
    becomePrimary(customer, row);
    return row;
  }

  private ObjectNode customer(String company, ObjectNode address) {
    String account = text(address, "CustomerAccountNumber");
    return erp.records()
        .find(company, CustomerRules.SOURCE, account)
        .orElseThrow(() -> Reference.unknown(account, "CustomerAccountNumber", "Customers"));
  }

  private void becomePrimary(ObjectNode customer, ObjectNode address) {
    if (Records.yes(address, "IsPrimary")) {
      of(customer).stream()
          .filter(a -> !text(a, "AddressLocationId").equals(text(address, "AddressLocationId")))
          .forEach(a -> erp.records().put(SOURCE, a.put("IsPrimary", "No")));
      show(customer, address);
      erp.records().put(CustomerRules.SOURCE, customer);
    }
  }

  @Override
  public void update(String company, ObjectNode row, ObjectNode patch) {
    row.setAll(patch);
    Reference.country(row, "AddressCountryRegionId");
    store(row);
    becomePrimary(customer(company, row), row);
  }

  @Override
  public void delete(String company, ObjectNode row) {
    erp.records().remove(SOURCE, row);
  }
}
