package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Customers, tax areas and currencies as orders need them, remembered for some minutes. */
final class MasterData {

  private static final String ALL = "";
  private static final List<String> CUSTOMER_FIELDS =
      List.of("id", "number", "taxAreaId", "blocked");

  private final Company company;
  private final Remembered<Debtor> debtors;
  private final Remembered<Map<String, String>> taxAreas;
  private final Remembered<Map<String, BigDecimal>> currencies;

  MasterData(Company company) {
    this.company = company;
    this.debtors = new Remembered<>(company.clock());
    this.taxAreas = new Remembered<>(company.clock());
    this.currencies = new Remembered<>(company.clock());
  }

  /** By id if given, else by number. */
  Optional<Debtor> debtor(@Nullable String id, @Nullable String number) {
    String key = id == null ? "number " + number : id;
    Debtor known = debtors.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Debtor> found =
        (id == null ? byNumber(number) : byId(id))
            .map(
                customer ->
                    Debtor.of(
                        customer, taxAreaCodes().getOrDefault(lower(customer, "taxAreaId"), "")));
    found.ifPresent(debtor -> debtors.put(key, debtor));
    return found;
  }

  /** After a customer was written. */
  void forget(Debtor debtor) {
    debtors.forget(debtor.id());
    debtors.forget("number " + debtor.number());
  }

  /** Id of a tax area; empty if there is none with that code. */
  Optional<String> taxAreaId(String code) {
    return taxAreaCodes().entrySet().stream()
        .filter(area -> area.getValue().equalsIgnoreCase(code))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Code by lower-case id. */
  Map<String, String> taxAreaCodes() {
    Map<String, String> known = taxAreas.get(ALL);
    if (known == null) {
      known = new TreeMap<>();
      for (JsonNode area : company.client().all(ODataQuery.of("taxAreas"))) {
        known.put(lower(area, "id"), Json.text(area, "code", ""));
      }
      taxAreas.put(ALL, known);
    }
    return known;
  }

  /** Amount precision by currency code; the local currency's is zero, as the API hides it. */
  Map<String, BigDecimal> currencies() {
    Map<String, BigDecimal> known = currencies.get(ALL);
    if (known == null) {
      known = new TreeMap<>();
      for (JsonNode currency : company.client().all(ODataQuery.of("currencies"))) {
        known.put(
            Json.text(currency, "code", ""), Json.number(currency, "amountRoundingPrecision"));
      }
      known.put(company.localCurrency().orElseGet(this::readLocalCurrency), BigDecimal.ZERO);
      currencies.put(ALL, known);
    }
    return known;
  }

  private String readLocalCurrency() {
    return company.client().all(ODataQuery.of("companyInformation")).stream()
        .map(info -> Json.text(info, "currencyCode", ""))
        .findFirst()
        .orElse("");
  }

  private Optional<JsonNode> byId(String id) {
    return company.client().one(ODataQuery.of(OData.key("customers", id)).select(CUSTOMER_FIELDS));
  }

  private Optional<JsonNode> byNumber(@Nullable String number) {
    if (number == null) {
      return Optional.empty();
    }
    ODataQuery query =
        ODataQuery.of("customers")
            .filter("number eq " + OData.quoted(number))
            .select(CUSTOMER_FIELDS);
    return company.client().all(query).stream().findFirst();
  }

  private static String lower(JsonNode node, String name) {
    return Json.text(node, name, "").toLowerCase(java.util.Locale.ROOT);
  }
}
