package dev.kontor.twin.financeoperations.master;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Numbering;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets companies up from JSON, in the form of {@code demo.json}: what is named is added or changed.
 * Rows have the fields of the entities they are shown by.
 */
public final class Setup {
  /** Section of a company → source of its rows. */
  private static final Map<String, String> SECTIONS =
      new LinkedHashMap<>(
          Map.of(
              "paymentTerms", "PaymentTerms",
              "paymentMethods", "CustomerPaymentMethods",
              "deliveryModes", "DeliveryModesV2",
              "deliveryTerms", "DeliveryTerms",
              "origins", "SalesOrderOriginCodes",
              "journalNames", "TradeAgreementJournalNames",
              "customerGroups", "CustomerGroups",
              "sites", "OperationalSites",
              "warehouses", "Warehouses",
              "barcodes", "ProductNumberIdentifiedBarcodes"));

  /** Sections whose rows all companies share. */
  private static final Map<String, String> SHARED =
      Map.of(
          "unitConversions", "ProductUnitOfMeasureConversions",
          "translations", "ProductTranslations");

  private static final ObjectNode EACH = Json.object().put("WillSearchContinue", "Yes");
  private static final ObjectNode PRICE = EACH.deepCopy().put("SalesPriceQuantity", BigDecimal.ONE);

  private final Erp erp;
  private final Items items;
  private final CustomerRules customers;

  public Setup(Erp erp) {
    this.erp = erp;
    this.items = new Items(erp);
    this.customers = new CustomerRules(erp);
  }

  /** All or nothing; throws IllegalArgumentException on a field the system has not. */
  public void apply(JsonNode setup) {
    erp.records()
        .rows()
        .changing(
            () -> {
              setup.path("companies").forEach(this::company);
              return setup;
            });
  }

  private void company(JsonNode json) {
    Company company = company(text(json, "id").toLowerCase(Locale.ROOT), json);
    erp.add(company);
    legalEntity(company);
    SECTIONS.forEach(
        (section, source) ->
            json.path(section).forEach(row -> row(erp, company.id(), source, row)));
    SHARED.forEach(
        (section, source) ->
            json.path(section).forEach(row -> row(erp, Records.SHARED, source, row)));
    json.path("paymentJournals")
        .forEach(name -> named(company.id(), "paymentJournals", name.asString()));
    json.path("chargeCodes").forEach(name -> named(company.id(), "chargeCodes", name.asString()));
    json.path("blockedStates")
        .forEach(state -> named(company.id(), "blockedStates", state.asString()));
    json.path("items").forEach(item -> items.add(company.id(), item));
    json.path("customers").forEach(customer -> customer(company.id(), customer));
    json.path("priceAgreements")
        .forEach(row -> agreement(company.id(), "SalesPriceAgreements", PRICE, row));
    json.path("lineDiscounts")
        .forEach(row -> agreement(company.id(), "SalesLineDiscountAgreements", EACH, row));
  }

  private Company company(String id, JsonNode json) {
    Company before =
        erp.known(id)
            .orElseGet(
                () ->
                    new Company(
                        id,
                        id,
                        "EUR",
                        "DEU",
                        "de",
                        "Europe/Berlin",
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of()));
    return new Company(
        id,
        json.path("name").asString(before.name()),
        json.path("currency").asString(before.currency()),
        json.path("country").asString(before.country()),
        json.path("language").asString(before.language()),
        json.path("timeZone").asString(before.timeZone()),
        decimals(before.exchangeRates(), json.path("exchangeRates")),
        decimals(before.taxCodes(), json.path("taxCodes")),
        groups(before.taxGroups(), json.path("taxGroups")),
        groups(before.itemTaxGroups(), json.path("itemTaxGroups")));
  }

  private static Map<String, BigDecimal> decimals(Map<String, BigDecimal> before, JsonNode json) {
    Map<String, BigDecimal> merged = new LinkedHashMap<>(before);
    json.properties().forEach(p -> merged.put(p.getKey(), new BigDecimal(p.getValue().asString())));
    return merged;
  }

  private static Map<String, List<String>> groups(Map<String, List<String>> before, JsonNode json) {
    Map<String, List<String>> merged = new LinkedHashMap<>(before);
    json.properties()
        .forEach(
            p -> {
              List<String> codes = new ArrayList<>();
              p.getValue().forEach(code -> codes.add(code.asString()));
              merged.put(p.getKey(), codes);
            });
    return merged;
  }

  private void legalEntity(Company company) {
    row(
        erp,
        Records.SHARED,
        "LegalEntities",
        Json.object()
            .put("LegalEntityId", company.id())
            .put("Name", company.name())
            .put("LanguageId", company.language())
            .put("AddressCountryRegionId", company.country()));
    row(
        erp,
        Records.SHARED,
        "Companies",
        Json.object().put("DataArea", company.id()).put("Name", company.name()));
    company
        .itemTaxGroups()
        .forEach(
            (group, codes) ->
                codes.forEach(
                    code ->
                        row(
                            erp,
                            company.id(),
                            "TaxItemGroups",
                            Json.object().put("TaxItemGroupCode", group).put("TaxCodeId", code))));
  }

  /** Adds a row or changes the one with its key; throws IllegalArgumentException. */
  static ObjectNode row(Erp erp, String company, String source, JsonNode named) {
    ObjectNode row = erp.records().blank(company, source);
    requireFields(row, source, named);
    row.setAll((ObjectNode) named);
    erp.records()
        .find(company, source, erp.records().keyValues(source, row))
        .ifPresent(
            before -> {
              row.setAll(before);
              row.setAll((ObjectNode) named);
            });
    return erp.records().put(source, row);
  }

  static void requireFields(ObjectNode blank, String source, JsonNode named) {
    named.propertyNames().stream()
        .filter(field -> !blank.has(field))
        .findFirst()
        .ifPresent(
            field -> {
              throw new IllegalArgumentException(source + " has no field " + field);
            });
  }

  private void named(String company, String source, String name) {
    erp.records()
        .rows()
        .put(
            company,
            source,
            Json.object().put("_key", name.toLowerCase(Locale.ROOT)).put("name", name));
  }

  private void customer(String company, JsonNode named) {
    ObjectNode blank = erp.records().blank(company, CustomerRules.SOURCE);
    requireFields(blank, CustomerRules.SOURCE, named);
    ObjectNode sent = (ObjectNode) named.deepCopy();
    erp.records()
        .find(company, CustomerRules.SOURCE, text(named, "CustomerAccount"))
        .ifPresentOrElse(
            row -> customers.update(company, row, sent),
            () -> customers.insert(company, sent, Numbering.MANUAL));
  }

  /**
   * A posted row; one that is there is named by its RecordId.
   *
   * @param usual what such a row has unless it is named
   */
  private void agreement(String company, String source, ObjectNode usual, JsonNode named) {
    ObjectNode row = usual.deepCopy();
    if (!named.has("RecordId")) {
      row.put("RecordId", Long.parseLong(erp.records().next("", "agreement", "%d")));
    }
    row.setAll((ObjectNode) named);
    row(erp, company, source, row);
  }
}
