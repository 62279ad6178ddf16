package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What all companies owe, for the accounts that buy for them: neither a movement of credit nor an
 * invoice of the ERP moves an account's time. Three calls, more with more than 300 companies,
 * accounts of companies or open orders.
 */
final class CreditStates {

  private final SortedMap<String, String> byAccount;

  private CreditStates(SortedMap<String, String> byAccount) {
    this.byAccount = byAccount;
  }

  static CreditStates now(MagentoApi api) {
    Map<String, JsonNode> credits = new HashMap<>();
    pages(api, "companyCredits/", "company_id")
        .forEach(row -> credits.put(row.path("company_id").asString(""), row));
    Map<String, String> companies = new TreeMap<>();
    pages(api, "customers/companies", "customer_id")
        .forEach(
            row ->
                companies.put(
                    row.path("customer_id").asString(""), row.path("company_id").asString("")));
    Map<String, BigDecimal> open = new HashMap<>();
    new OpenOnAccount(api)
        .byAccount()
        .forEach((account, sum) -> open.merge(of(companies, account), sum, BigDecimal::add));
    SortedMap<String, String> states = new TreeMap<>();
    companies.forEach(
        (account, company) -> {
          JsonNode credit = credits.get(company);
          if (credit != null) {
            BigDecimal sum = open.getOrDefault(company, BigDecimal.ZERO);
            states.put(account, Company.state(new Company(credit, credit, sum)));
          }
        });
    return new CreditStates(states);
  }

  private static String of(Map<String, String> companies, String account) {
    return companies.getOrDefault(account, "");
  }

  private static List<JsonNode> pages(MagentoApi api, String entity, String key) {
    List<JsonNode> all = new ArrayList<>();
    String last = "0";
    while (true) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE).above(key, last).ascending(key);
      List<JsonNode> rows = api.search(entity, criteria);
      all.addAll(rows);
      if (rows.size() < SearchCriteria.MAX_SIZE) {
        return all;
      }
      last = rows.getLast().path(key).asString("");
    }
  }

  /** By account. */
  SortedMap<String, String> all() {
    return byAccount;
  }

  /** Empty for an account without company or credit. */
  String of(Account account) {
    return byAccount.getOrDefault(account.id(), "");
  }
}
