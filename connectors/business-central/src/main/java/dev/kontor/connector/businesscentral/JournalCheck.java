package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Checks the journals of setting {@code payments} and the accounts that take the money. */
final class JournalCheck {

  private static final String SETTING = "setting payments";

  private final Configuration configuration;
  private final Company company;

  JournalCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  void run(List<Finding> findings) {
    Map<String, JsonNode> journals = new HashMap<>();
    company
        .client()
        .all(ODataQuery.of(PaymentJournals.JOURNALS))
        .forEach(row -> journals.put(Codes.of(row, "code"), row));
    for (String code : PaymentJournals.codes(configuration)) {
      JsonNode journal = journals.get(code);
      if (journal == null) {
        findings.add(
            Finding.error(
                SETTING,
                "names journal " + code + ", which is no customer payment journal",
                "Create it as a batch of the cash receipt journal, or correct the setting."));
      } else {
        balancing(code, Json.text(journal, "balancingAccountNumber", ""), findings);
      }
    }
  }

  private void balancing(String code, String number, List<Finding> findings) {
    String problem = "";
    if (number.isEmpty()) {
      problem = "has no balancing account";
    } else if (!isAllowed(number)) {
      problem = "has balancing account " + number + ", which does not allow direct posting";
    } else if (isForeign(number)) {
      problem = "has balancing account " + number + ", a bank account in another currency";
    }
    if (!problem.isEmpty()) {
      findings.add(
          Finding.error(
              SETTING,
              "journal " + code + " " + problem,
              "Set the batch's balancing account in Business Central to an account in local"
                  + " currency that allows direct posting; its lines cannot be posted else."));
    }
  }

  /** A number that is no G/L account is a bank account's. */
  private boolean isAllowed(String number) {
    return company
        .client()
        .all(ODataQuery.of("accounts").filter("number eq " + OData.quoted(number)))
        .stream()
        .allMatch(row -> row.path("directPosting").asBoolean(true));
  }

  private boolean isForeign(String number) {
    if (!company.model().has("bankAccounts")) {
      return false;
    }
    String local = new MasterData(company).localCurrency();
    return company
        .client()
        .all(ODataQuery.of("bankAccounts").filter("number eq " + OData.quoted(number)))
        .stream()
        .map(row -> Json.text(row, "currencyCode", local).toUpperCase(Locale.ROOT))
        .anyMatch(currency -> !currency.equals(local));
  }
}
