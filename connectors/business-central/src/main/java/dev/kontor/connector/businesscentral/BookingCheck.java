package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Checks what orders are booked with: fields, VAT table, accounts and debtors. */
final class BookingCheck {

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "salesOrders",
              List.of("pricesIncludeTax", "currencyCode", "phoneNumber", "email", "orderDate"),
          "salesOrderLines",
              List.of("lineObjectNumber", "taxCode", "discountAmount", "itemVariantId"),
          "customers", List.of("taxAreaId", "taxRegistrationNumber"));

  private final Configuration configuration;
  private final Company company;

  BookingCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  void fields(List<Finding> findings) {
    String reference = configuration.referenceField();
    if (!company.model().has("salesOrders", reference)) {
      findings.add(
          Finding.error(
              "setting referenceField",
              "salesOrders has no field " + reference,
              "Use externalDocumentNumber or a field of your own API page."));
    }
    FIELDS.forEach(
        (set, fields) -> {
          for (String field : fields) {
            if (!company.model().has(set, field)) {
              findings.add(
                  Finding.warning(
                      "API fields",
                      set + " has no field " + field + " in this environment",
                      "Update the environment; until then it is left out, and orders that need it"
                          + " are held."));
            }
          }
        });
  }

  void vat(List<Finding> findings) {
    Set<String> existing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    existing.addAll(new MasterData(company).taxAreaCodes().values());
    Set<String> groups = new TreeSet<>();
    company
        .client()
        .all(ODataQuery.of("items").filter("blocked eq false").select(List.of("taxGroupCode")))
        .forEach(item -> groups.add(Json.text(item, "taxGroupCode", "")));
    for (String area : configuredAreas()) {
      if (!existing.contains(area)) {
        findings.add(
            Finding.error(
                "setting customerTax",
                "tax area " + area + " does not exist in Business Central",
                "Create the VAT business posting group or correct the setting."));
      }
      for (String group : groups) {
        if (!group.isEmpty() && configuration.vat().entry(area, group).isEmpty()) {
          findings.add(
              Finding.warning(
                  "setting vat",
                  "tax area " + area + " has no entry for tax group " + group + ", which items use",
                  "Add it as it stands in VAT Posting Setup; orders with such items are held."));
        }
      }
    }
    if (groups.contains("")) {
      findings.add(
          Finding.warning(
              "items",
              "some items have no tax group (VAT product posting group)",
              "Set one in Business Central; orders with such items are held."));
    }
  }

  private Set<String> configuredAreas() {
    Set<String> areas = new TreeSet<>(configuration.vat().areas());
    for (JsonNode row : configuration.json().path("customerTax")) {
      areas.add(Codes.of(row, "taxArea"));
    }
    areas.remove("");
    return areas;
  }

  void accounts(List<Finding> findings) {
    JsonNode json = configuration.json();
    for (String setting : LineTargets.settings()) {
      JsonNode line = json.path(setting);
      if (line.isObject()) {
        boolean item = "item".equalsIgnoreCase(Json.text(line, "type", "account"));
        for (String number : numbers(line)) {
          account(setting, item ? "items" : "accounts", number, findings);
        }
      }
    }
    String rounding = Json.text(json.path("roundingLine"), "number");
    if (rounding == null) {
      findings.add(
          Finding.warning(
              "setting roundingLine",
              "is not set",
              "Orders with net prices whose gross differs by a cent are held until it names an"
                  + " account."));
    } else {
      account("roundingLine", "accounts", rounding, findings);
    }
  }

  private static Set<String> numbers(JsonNode line) {
    Set<String> numbers = new TreeSet<>();
    String number = Json.text(line, "number");
    if (number != null) {
      numbers.add(number);
    }
    line.path("byRate").properties().forEach(rate -> numbers.add(rate.getValue().asString("")));
    return numbers;
  }

  private void account(String setting, String set, String number, List<Finding> findings) {
    List<JsonNode> hits =
        company.client().all(ODataQuery.of(set).filter("number eq " + OData.quoted(number)));
    String problem = null;
    if (hits.isEmpty()) {
      problem = "does not exist";
    } else if (hits.getFirst().path("blocked").asBoolean(false)) {
      problem = "is blocked";
    } else if (!hits.getFirst().path("directPosting").asBoolean(true)) {
      problem = "does not allow direct posting";
    }
    if (problem != null) {
      findings.add(
          Finding.error(
              "setting " + setting,
              "number " + number + " of " + set + " " + problem,
              "Correct it in Business Central or name another number."));
    }
  }

  void debtors(List<Finding> findings) {
    JsonNode json = configuration.json();
    if (!json.path("collectiveDebtors").asBoolean(false)) {
      return;
    }
    MasterData masterData = new MasterData(company);
    json.path("customerTax")
        .forEach(
            row -> {
              String number = Json.text(row, "debtor");
              boolean usable =
                  number != null
                      && masterData
                          .debtor(null, number)
                          .filter(debtor -> debtor.blocked().isEmpty())
                          .isPresent();
              if (!usable) {
                findings.add(
                    Finding.error(
                        "setting customerTax",
                        "the row for status "
                            + Json.text(row, "status", "?")
                            + " names no customer that exists and is not blocked",
                        "Set debtor to a customer's number, or switch collectiveDebtors off."));
              }
            });
  }
}
