package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Lines of a payment journal: customer and invoice each by id or number, checked as sent. */
public final class CustomerPaymentRules implements Rules {
  private static final String SET = "customerPayments";
  private static final int STEP = 10_000;

  private final Records records;

  public CustomerPaymentRules(Records records) {
    this.records = records;
  }

  @Override
  public void checkRead(Set<String> filteredFields, boolean throughParent) {
    if (!throughParent && !filteredFields.contains("journalId") && !filteredFields.contains("id")) {
      throw noJournal();
    }
  }

  private static RuntimeException noJournal() {
    return Faults.dialog(
        "You must specify a journal batch ID or a journal ID to get a journal line.");
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    String journalId = Records.text(body, "journalId");
    if (journalId.isEmpty()) {
      throw noJournal();
    }
    ObjectNode journal =
        records
            .byId("journals", journalId)
            .orElseThrow(
                () ->
                    Faults.dialog(
                        "The General Journal Batch with ID %s cannot be found."
                            .formatted(journalId)));
    String name = Records.text(body, "journalDisplayName");
    if (!name.isEmpty() && !name.equals(Records.text(journal, "code"))) {
      throw Faults.dialog("The Journal Id and Journal Display Name do not match.");
    }
    ObjectNode row = records.create(SET).put("postingDate", records.today());
    row.put("journalId", journalId).set("journalDisplayName", journal.path("code"));
    row.put("lineNumber", nextLine(journalId));
    row.put("documentNumber", documentNumber(body));
    body.remove("journalId");
    body.remove("journalDisplayName");
    return write(row, body);
  }

  private int nextLine(String journalId) {
    return records.matching(SET, "journalId", journalId).stream()
        .mapToInt(line -> line.path("lineNumber").asInt() + STEP)
        .max()
        .orElse(STEP);
  }

  private String documentNumber(ObjectNode body) {
    return body.has("documentNumber") ? "" : records.nextNumber("payment", "G", STEP);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    if (patch.has("journalId") && !patch.path("journalId").equals(row.path("journalId"))) {
      throw Faults.dialog("The Journal Id cannot be changed.");
    }
    if (patch.has("journalDisplayName")
        && !patch.path("journalDisplayName").equals(row.path("journalDisplayName"))) {
      throw Faults.dialog("The Journal Batch Display Name cannot be changed.");
    }
    return write(row, patch);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(SET, Records.text(row, "id"));
  }

  private ObjectNode write(ObjectNode row, ObjectNode body) {
    customer(row, body);
    invoice(row, body);
    body.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
    return records.save(SET, row);
  }

  private void customer(ObjectNode row, ObjectNode body) {
    String id = Records.text(body, "customerId");
    String number = Records.text(body, "customerNumber");
    if (Records.isBlankId(id) && number.isEmpty()) {
      return;
    }
    String field = Records.isBlankId(id) ? "customerNumber" : "customerId";
    ObjectNode customer =
        records.named(
            "customers",
            id,
            number,
            Faults.dialog("The \"%s\" does not match to a Customer.".formatted(field)),
            Faults.dialog("The customer values do not match to a specific Customer."));
    body.set("customerId", customer.path("id"));
    body.set("customerNumber", customer.path("number"));
    row.set("customerNumber", customer.path("number"));
    charge(row, customer);
  }

  /** The line takes the customer's currency; one who is blocked for everything pays nothing. */
  private static void charge(ObjectNode row, ObjectNode customer) {
    if (Records.text(customer, "blocked").equals("All")) {
      throw Faults.dialog(
          "You cannot create this type of document when Customer %s is blocked with type All"
              .formatted(Records.text(customer, "number")));
    }
    row.set("_currencyCode", customer.path("currencyCode"));
  }

  private void invoice(ObjectNode row, ObjectNode body) {
    String id = Records.text(body, "appliesToInvoiceId");
    String number = Records.text(body, "appliesToInvoiceNumber");
    boolean byId = !id.isEmpty() && !Records.isBlankId(id);
    if (!byId && number.isEmpty()) {
      return;
    }
    Optional<ObjectNode> invoice =
        byId ? records.byId("salesInvoices", id) : records.by("salesInvoices", "number", number);
    if (byId && invoice.isEmpty()) {
      throw Faults.dialog(
          "The \"appliesToInvoiceId\" should be the ID of an Open, Paid, Corrective, or Canceled Invoice.");
    }
    invoice.ifPresent(
        found -> {
          if (!number.isEmpty() && !number.equals(Records.text(found, "number"))) {
            throw Faults.dialog("The Applies To Invoice values do not match to the same Invoice.");
          }
          body.set("appliesToInvoiceId", found.path("id"));
          body.set("appliesToInvoiceNumber", found.path("number"));
          if (Records.text(row, "customerNumber").isEmpty()) {
            row.set("customerId", found.path("billToCustomerId"));
            row.set("customerNumber", found.path("billToCustomerNumber"));
            records
                .by("customers", "number", Records.text(found, "billToCustomerNumber"))
                .ifPresent(customer -> charge(row, customer));
          }
        });
  }
}
