package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Customers, tax areas and currencies as orders need them, remembered for some minutes. */
final class MasterData {

  private static final String ALL = "";
  private static final String NUMBER = "number ";
  private static final ODataQuery CUSTOMERS =
      ODataQuery.of("customers").select(List.of("id", "number", "taxAreaId", "blocked"));

  private final Company company;
  private final Remembered<Debtor> debtors;
  private final Remembered<Map<String, String>> taxAreas;
  private final Remembered<Map<String, BigDecimal>> currencies;
  private final Remembered<String> localCurrency;

  MasterData(Company company) {
    this.company = company;
    this.debtors = new Remembered<>(company.clock());
    this.taxAreas = new Remembered<>(company.clock());
    this.currencies = new Remembered<>(company.clock());
    this.localCurrency = new Remembered<>(company.clock());
  }

  /** By id if given, else by number. */
  Optional<Debtor> debtor(@Nullable String id, @Nullable String number) {
    String key = id == null ? byNumber(number) : byId(id);
    if (debtors.get(key) == null) {
      Wanted.read(company, id == null ? numbered(List.of(key)) : identified(List.of(key)));
    }
    return Optional.ofNullable(debtors.get(key));
  }

  /**
   * Reads what is not known of these customers, what every order needs beside them, and others, in
   * one call. Of batches that begin together while nothing is known, the first asks what the others
   * will find known.
   *
   * @param others asked what else must be read
   */
  void learn(Collection<String> ids, Collection<String> numbers, Supplier<List<Wanted>> others) {
    if (taxAreas.get(ALL) != null && currencies.get(ALL) != null) {
      read(ids, numbers, others);
    } else {
      synchronized (this) {
        read(ids, numbers, others);
      }
    }
  }

  private void read(
      Collection<String> ids, Collection<String> numbers, Supplier<List<Wanted>> others) {
    List<Wanted> wanted = unread(ids, numbers);
    wanted.addAll(others.get());
    Wanted.read(company, wanted);
  }

  private List<Wanted> unread(Collection<String> ids, Collection<String> numbers) {
    List<Wanted> wanted = new ArrayList<>();
    if (taxAreas.get(ALL) == null) {
      wanted.add(new Wanted(ODataQuery.of("taxAreas"), found -> keepTaxAreas(found.entities())));
    }
    if (currencies.get(ALL) == null && company.localCurrency().isPresent()) {
      String local = company.localCurrency().get();
      wanted.add(
          new Wanted(
              ODataQuery.of("currencies"), found -> keepCurrencies(found.entities(), local)));
    }
    wanted.addAll(identified(unknown(ids.stream().map(MasterData::byId).toList())));
    wanted.addAll(numbered(unknown(numbers.stream().map(MasterData::byNumber).toList())));
    return wanted;
  }

  private List<String> unknown(Collection<String> keys) {
    return keys.stream().filter(key -> debtors.get(key) == null).distinct().toList();
  }

  private List<Wanted> identified(List<String> ids) {
    List<String> asked = ids.stream().filter(Company::isId).toList();
    return Wanted.byIds(
        CUSTOMERS, "id", asked, found -> keepDebtors(found, debtor -> byId(debtor.id())));
  }

  private List<Wanted> numbered(List<String> keys) {
    List<String> asked = keys.stream().map(key -> key.substring(NUMBER.length())).toList();
    return Wanted.byTexts(
        CUSTOMERS,
        "number",
        asked,
        found -> keepDebtors(found, debtor -> byNumber(debtor.number())));
  }

  private static String byId(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static String byNumber(@Nullable String number) {
    return NUMBER + number;
  }

  private void keepDebtors(List<JsonNode> customers, Function<Debtor, String> key) {
    for (JsonNode customer : customers) {
      String area = taxAreaCodes().getOrDefault(lower(customer, "taxAreaId"), "");
      Debtor debtor = Debtor.of(customer, area);
      debtors.put(key.apply(debtor), debtor);
    }
  }

  /** After a customer was written. */
  void forget(Debtor debtor) {
    debtors.forget(byId(debtor.id()));
    debtors.forget(byNumber(debtor.number()));
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
    return known == null ? readTaxAreas() : known;
  }

  private synchronized Map<String, String> readTaxAreas() {
    Map<String, String> known = taxAreas.get(ALL);
    return known == null ? keepTaxAreas(company.client().all(ODataQuery.of("taxAreas"))) : known;
  }

  private Map<String, String> keepTaxAreas(List<JsonNode> areas) {
    Map<String, String> codes = new TreeMap<>();
    areas.forEach(area -> codes.put(lower(area, "id"), Json.text(area, "code", "")));
    taxAreas.put(ALL, codes);
    return codes;
  }

  /** Amount precision by currency code; the local currency's is zero, as the API hides it. */
  Map<String, BigDecimal> currencies() {
    Map<String, BigDecimal> known = currencies.get(ALL);
    return known == null ? readCurrencies() : known;
  }

  private synchronized Map<String, BigDecimal> readCurrencies() {
    Map<String, BigDecimal> known = currencies.get(ALL);
    return known == null
        ? keepCurrencies(company.client().all(ODataQuery.of("currencies")), localCurrency())
        : known;
  }

  private Map<String, BigDecimal> keepCurrencies(List<JsonNode> all, String local) {
    Map<String, BigDecimal> precisions = new TreeMap<>();
    for (JsonNode currency : all) {
      precisions.put(
          Json.text(currency, "code", ""), Json.number(currency, "amountRoundingPrecision"));
    }
    precisions.put(local, BigDecimal.ZERO);
    currencies.put(ALL, precisions);
    return precisions;
  }

  /** ISO code of the local currency, by setting or as the company states it. */
  String localCurrency() {
    String known = localCurrency.get(ALL);
    if (known == null) {
      known = company.localCurrency().orElseGet(this::readLocalCurrency);
      localCurrency.put(ALL, known);
    }
    return known;
  }

  private String readLocalCurrency() {
    List<JsonNode> told = company.client().all(ODataQuery.of("companyInformation"));
    return Json.first(told.stream(), "currencyCode").orElse("");
  }

  private static String lower(JsonNode node, String name) {
    return Json.text(node, name, "").toLowerCase(Locale.ROOT);
  }
}
