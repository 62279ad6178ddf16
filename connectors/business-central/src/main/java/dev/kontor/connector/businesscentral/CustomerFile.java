package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers with what is told of them beside the record: payment terms, balance, and from the
 * companion app the price group. What a customer owes changes without any change of the record, so
 * both make the version.
 */
final class CustomerFile {

  static final String SET = "customers";
  static final String DETAILS = "customerDetails";
  private static final String FINANCIAL = "customerFinancialDetail";

  private final Company company;
  private final MasterData masterData;

  CustomerFile(Company company, MasterData masterData) {
    this.company = company;
    this.masterData = masterData;
  }

  /** What changes show: enough for the version. */
  static ODataQuery followed() {
    return ODataQuery.of(SET).expand(FINANCIAL);
  }

  /** In full, in one call and one more to the companion app. */
  List<Document> fetch(List<String> ids) {
    ODataQuery full = ODataQuery.of(SET).expand("paymentTerm," + FINANCIAL);
    List<JsonNode> found = Wanted.withIds(company, full, ids);
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, String> priceGroups = priceGroups(found);
    return found.stream().map(row -> document(completed(row, priceGroups))).toList();
  }

  private ObjectNode completed(JsonNode row, Map<String, String> priceGroups) {
    ObjectNode customer = row.deepCopy().asObject();
    customer.put("ledgerCurrency", masterData.localCurrency());
    String group = priceGroups.get(Json.text(row, "id", ""));
    if (group != null) {
      customer.put("customerPriceGroup", group);
    }
    return customer;
  }

  private Map<String, String> priceGroups(List<JsonNode> customers) {
    Map<String, String> groups = new HashMap<>();
    if (company.companion().has(DETAILS)) {
      ODataQuery query = ODataQuery.of(DETAILS).select(List.of("id", "customerPriceGroup"));
      List<String> ids = customers.stream().map(row -> Json.text(row, "id", "")).toList();
      Wanted.read(
          company.companion().client(),
          Wanted.byIds(
              query,
              "id",
              ids,
              rows ->
                  rows.forEach(
                      row ->
                          groups.put(
                              Json.text(row, "id", ""),
                              Json.text(row, "customerPriceGroup", "")))));
    }
    return groups;
  }

  /** All, without content. */
  Page keys(@Nullable Cursor from, int limit) {
    ODataQuery keys =
        ODataQuery.of(SET)
            .select(List.of("id", "number", "lastModifiedDateTime"))
            .expand(FINANCIAL);
    ODataPage page = Keys.page(company, keys, from, limit);
    return Keys.upTo(
        page, page.values().stream().map(row -> Documents.thin(document(row))).toList());
  }

  static Document document(JsonNode customer) {
    Document record = Documents.of(EntityType.CUSTOMER, customer);
    return new Document(
        record.type(),
        record.id(),
        record.number(),
        version(customer),
        record.changedAt(),
        false,
        customer);
  }

  private static String version(JsonNode customer) {
    JsonNode owed = customer.path(FINANCIAL);
    return owed.isObject()
        ? Documents.version(customer)
            + " "
            + owed(owed, "balance")
            + " "
            + owed(owed, "overdueAmount")
        : Documents.version(customer);
  }

  private static String owed(JsonNode owed, String field) {
    return Json.number(owed, field).stripTrailingZeros().toPlainString();
  }

  /** The record's part of a version: what a customer owes does not keep a change from it. */
  static String etag(String version) {
    int end = version.indexOf(' ');
    return end < 0 ? version : version.substring(0, end);
  }
}
