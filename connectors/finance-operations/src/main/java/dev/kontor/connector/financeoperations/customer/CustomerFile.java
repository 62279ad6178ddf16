package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers with what they owe beside the record. That changes without any change of the record, so
 * both make the version.
 */
final class CustomerFile {

  static final String SET = "CustomersV3";
  static final String ACCOUNT = "CustomerAccount";

  /** Beside the record: open balance and what of it is due, in the accounting currency. */
  private static final String BALANCE = "openBalance";

  private static final String OVERDUE = "openBalanceOverdue";
  private static final String CURRENCY = "accountingCurrency";

  private static final List<String> KEYS = List.of(FnoApi.COMPANY, ACCOUNT);

  private final FnoSettings settings;
  private final FnoApi api;

  CustomerFile(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
  }

  /** Versions of all, by account. */
  SortedMap<String, String> versions() {
    Map<String, Owed> owed = new OpenBalances(settings, api).all();
    SortedMap<String, String> versions = new TreeMap<>();
    for (JsonNode row : api.rows(SET, "", KEYS)) {
      String account = Row.text(row, ACCOUNT);
      versions.put(account, version(row, of(owed, account)));
    }
    return versions;
  }

  private static Owed of(Map<String, Owed> owed, String account) {
    return owed.getOrDefault(Owed.key(account), Owed.NOTHING);
  }

  /** In full. */
  List<Document> fetch(List<String> accounts) {
    return documents(
        api.rowsOf(SET, ACCOUNT, accounts, List.of()).stream()
            .filter(row -> accounts.stream().anyMatch(Row.text(row, ACCOUNT)::equalsIgnoreCase))
            .toList());
  }

  /** Of these rows. */
  List<Document> documents(List<JsonNode> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    OpenBalances balances = new OpenBalances(settings, api);
    Map<String, Owed> owed = balances.of(rows.stream().map(row -> Row.text(row, ACCOUNT)).toList());
    return rows.stream()
        .map(row -> document(row, of(owed, Row.text(row, ACCOUNT)), balances.areTold()))
        .toList();
  }

  private Document document(JsonNode row, Owed owed, boolean told) {
    String account = Row.text(row, ACCOUNT);
    ObjectNode content = row.deepCopy().asObject();
    content.put(CURRENCY, settings.currency());
    if (told) {
      content.put(BALANCE, owed.balance()).put(OVERDUE, owed.overdue());
    }
    return new Document(
        EntityType.CUSTOMER, account, account, version(row, owed), Instant.EPOCH, false, content);
  }

  private static String version(JsonNode row, Owed owed) {
    return FnoApi.etag(row) + " " + owed.inVersion();
  }

  /** The record's part of a version: what a customer owes does not keep a change from it. */
  static String etag(String version) {
    int end = version.indexOf(' ');
    return end < 0 ? version : version.substring(0, end);
  }
}
