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
 * companion app the price group, from partners' apps what is joined. What a customer owes and what
 * is joined change without any change of the record, so all of it makes the version.
 */
final class CustomerFile {

  static final String SET = "customers";
  static final String DETAILS = "customerDetails";
  private static final String FINANCIAL = "customerFinancialDetail";

  private final Company company;
  private final MasterData masterData;
  private final Joined joined;

  CustomerFile(Company company, MasterData masterData, Joined joined) {
    this.company = company;
    this.masterData = masterData;
    this.joined = joined;
  }

  /** What changes show: enough for the version. */
  static ODataQuery followed() {
    return ODataQuery.of(SET).expand(FINANCIAL);
  }

  /** Without content. */
  List<Document> thin(List<JsonNode> rows) {
    joined.put(rows);
    return rows.stream().map(CustomerFile::document).map(Documents::thin).toList();
  }

  /** In full, in one call, one more to the companion app and one to each partner's. */
  List<Document> fetch(List<String> ids) {
    ODataQuery full = ODataQuery.of(SET).expand("paymentTerm," + FINANCIAL);
    List<JsonNode> found = Wanted.withIds(company, full, ids);
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, String> priceGroups = priceGroups(found);
    List<ObjectNode> all = found.stream().map(row -> completed(row, priceGroups)).toList();
    joined.put(all);
    return all.stream().map(CustomerFile::document).toList();
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
    return Keys.upTo(page, thin(page.values()));
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
    String record = Documents.version(customer);
    String all =
        owed.isObject()
            ? record + " " + owed(owed, "balance") + " " + owed(owed, "overdueAmount")
            : record;
    JsonNode more = customer.path(Join.FIELD);
    return more.isEmpty() ? all : all + " " + Digest.of(more.toString());
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
