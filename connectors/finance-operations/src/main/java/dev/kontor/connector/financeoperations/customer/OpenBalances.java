package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What customers owe, in the accounting currency: the transactions that are not settled, as no
 * customer entity has a balance (finance-operations/contract.md §8).
 */
final class OpenBalances {

  private static final String ACCOUNT = "AccountNum";

  /** Settled ones bear the day they were closed on. */
  private static final String OPEN = "Closed le 1900-01-02T00:00:00Z";

  private static final List<String> FIELDS =
      List.of(FnoApi.COMPANY, ACCOUNT, "AmountMST", "SettleAmountMST", "DueDate", "Closed");

  private final FnoApi api;
  private final String set;
  private final LocalDate today;

  OpenBalances(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.set = settings.text("balances", "CustTransactions");
    this.today = LocalDate.ofInstant(api.clock().instant(), settings.zone());
  }

  boolean areTold() {
    return !set.equals("none");
  }

  /** Of all customers that owe anything, by account in capitals. */
  Map<String, Owed> all() {
    return areTold() ? byAccount(api.rows(set, OPEN, FIELDS)) : Map.of();
  }

  Map<String, Owed> of(List<String> accounts) {
    return areTold() ? byAccount(api.rowsOf(set, ACCOUNT, accounts, FIELDS)) : Map.of();
  }

  private Map<String, Owed> byAccount(List<JsonNode> rows) {
    Map<String, Owed> owed = new HashMap<>();
    rows.forEach(
        row -> owed.merge(Owed.key(Row.text(row, ACCOUNT)), Owed.of(row, today), Owed::plus));
    return owed;
  }
}
