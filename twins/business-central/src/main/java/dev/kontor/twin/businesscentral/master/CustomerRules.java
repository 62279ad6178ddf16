package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.finance.CustomerLedger;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers: posting groups come from API Setup templates only (behaviours.md §8). */
public final class CustomerRules implements Rules {
  private static final String SET = "customers";
  private static final long FIRST_NUMBER = 10_000;
  private final Records records;
  private final Relations relations;

  public CustomerRules(Records records) {
    this.records = records;
    this.relations = new Relations(records, "Customer");
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    String name =
        records
            .byId("taxAreas", Records.text(row, "taxAreaId"))
            .map(area -> Records.text(area, "displayName"))
            .orElse("");
    BigDecimal balance = new CustomerLedger(records).balance(Records.text(row, "number"));
    return row.put("taxAreaDisplayName", name).put("balanceDue", balance);
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    if (!body.has("displayName")) {
      throw Faults.missingParameter("A \"displayName\" must be provided.");
    }
    String number = Records.text(body, "number");
    if (!number.isEmpty() && records.by(SET, "number", number).isPresent()) {
      throw Faults.duplicate("Customer", "No.", number);
    }
    ObjectNode row = records.create(SET).put("currencyCode", records.localCurrency());
    template(body).ifPresent(template -> applyTemplate(row, template));
    write(row, body);
    if (number.isEmpty()) {
      row.put("number", records.nextNumber("customer", "D", FIRST_NUMBER));
    }
    return records.save(SET, row);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    Faults.keep("Customer", row, patch, "number");
    write(row, patch);
    return records.save(SET, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    String number = Records.text(row, "number");
    if (records.by("salesOrders", "customerNumber", number).isPresent()) {
      throw Faults.dialog(
          "You cannot delete Customer %s because there is at least one outstanding Sales Order for this customer."
              .formatted(number));
    }
    if (!new CustomerLedger(records).entries(number).isEmpty()) {
      throw Faults.dialog(
          "You cannot delete Customer %s because it has ledger entries in a fiscal year that has not been closed yet."
              .formatted(number));
    }
    records.remove(SET, Records.text(row, "id"));
  }

  private void write(ObjectNode row, ObjectNode body) {
    String currency = Records.text(body, "currencyId");
    if (body.has("currencyCode")
        && !Records.isBlankId(currency)
        && !records.codeOf("currencies", currency).equals(Records.text(body, "currencyCode"))) {
      throw Faults.dialog("The currency values do not match to a specific Currency.");
    }
    body.properties().forEach(field -> apply(row, field.getKey(), field.getValue()));
  }

  private void apply(ObjectNode row, String field, JsonNode value) {
    switch (field) {
      case "displayName" -> {
        if (value.asString().isBlank()) {
          throw Faults.missingParameter("The blank \"displayName\" is not allowed.");
        }
        row.set(field, value);
      }
      case "taxAreaId" -> taxArea(row, value.asString());
      default -> relations.apply(row, field, value);
    }
  }

  // Under VAT a tax area is a VAT business posting group.
  private void taxArea(ObjectNode row, String id) {
    String code = Records.isBlankId(id) ? "" : records.codeOf("taxAreas", id);
    if (code.isEmpty() && !Records.isBlankId(id)) {
      throw Faults.relation("Tax Area ID", "Customer", id, "VAT Business Posting Group");
    }
    row.put("taxAreaId", id).put("_vatBusinessGroup", code);
  }

  private Optional<ObjectNode> template(ObjectNode body) {
    return records.all("_templates").stream()
        .filter(
            template ->
                template.path("criteria").properties().stream()
                    .allMatch(
                        criterion ->
                            Records.text(body, criterion.getKey())
                                .equals(criterion.getValue().asString())))
        .findFirst();
  }

  private void applyTemplate(ObjectNode row, ObjectNode template) {
    row.put("_vatBusinessGroup", Records.text(template, "vatBusinessGroup"))
        .put("_generalBusinessGroup", Records.text(template, "generalBusinessGroup"))
        .put("_customerPostingGroup", Records.text(template, "customerPostingGroup"));
    records
        .by("taxAreas", "code", Records.text(template, "vatBusinessGroup"))
        .ifPresent(area -> row.put("taxAreaId", Records.text(area, "id")));
  }
}
