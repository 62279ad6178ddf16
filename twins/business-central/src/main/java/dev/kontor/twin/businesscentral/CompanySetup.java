package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.finance.JournalRules;
import dev.kontor.twin.businesscentral.master.ItemUnits;
import dev.kontor.twin.businesscentral.master.Pictures;
import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.master.VatSetup;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.VatRate;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads setup data into a company; the same form seeds a company and changes it later. */
final class CompanySetup {
  /** Section of the setup → entity set, in the order they depend on each other. */
  private static final List<Map.Entry<String, String>> CODES =
      List.of(
          Map.entry("vatBusinessGroups", "taxAreas"),
          Map.entry("vatProductGroups", "taxGroups"),
          Map.entry("currencies", "currencies"),
          Map.entry("countries", "countriesRegions"),
          Map.entry("paymentTerms", "paymentTerms"),
          Map.entry("paymentMethods", "paymentMethods"),
          Map.entry("shipmentMethods", "shipmentMethods"),
          Map.entry("unitsOfMeasure", "unitsOfMeasure"),
          Map.entry("locations", "locations"),
          Map.entry("itemCategories", "itemCategories"),
          Map.entry("dimensions", "dimensions"),
          Map.entry("generalProductPostingGroups", "generalProductPostingGroups"),
          Map.entry("inventoryPostingGroups", "inventoryPostingGroups"));

  private static final Map<String, String> HIDDEN =
      Map.of(
          "precision", "_precision",
          "unitPrecision", "_unitPrecision",
          "factor", "_factor");

  /** Settings of the company, with the days between which may be posted. */
  private static final List<String> COMPANY =
      List.of(
          "localCurrency",
          "invoiceRounding",
          "legacyPrices",
          "defaultPriceList",
          "workDate",
          "allowPostingFrom",
          "allowPostingTo");

  private static final String INFORMATION = "companyInformation";

  private final Records records;

  CompanySetup(Records records) {
    this.records = records;
  }

  /** Adds or changes what is named, in one transaction; throws ODataFault on a broken reference. */
  void apply(JsonNode setup) {
    records
        .rows()
        .changing(
            () -> {
              company(setup);
              CODES.forEach(
                  section ->
                      setup.path(section.getKey()).forEach(e -> coded(section.getValue(), e)));
              setup.path("vatPostingSetup").forEach(this::vatPostingSetup);
              setup.path("accounts").forEach(this::account);
              setup.path("items").forEach(this::item);
              template(setup);
              setup.path("customers").forEach(this::customer);
              new CompanionTables(records).apply(setup);
              setup.path("paymentJournals").forEach(this::journal);
              return setup;
            });
  }

  private void company(JsonNode setup) {
    ObjectNode row = records.byId("_setup", "company").orElseGet(Json::object).put("id", "company");
    for (String name : COMPANY) {
      if (setup.has(name)) {
        row.set(name, setup.path(name));
      }
    }
    records.save("_setup", row);
    ObjectNode information =
        records
            .byId(INFORMATION, Ids.guid(INFORMATION))
            .orElseGet(() -> records.create(INFORMATION).put("id", Ids.guid(INFORMATION)));
    if (setup.has("name")) {
      information.set("displayName", setup.path("name"));
    }
    records.save(INFORMATION, information.put("currencyCode", records.localCurrency()));
  }

  private ObjectNode stored(String set, String keyField, String key) {
    if (key.isEmpty() || !key.equals(key.strip().toUpperCase(Locale.ROOT))) {
      throw Faults.dialog(
          "The %s '%s' in %s must be upper case without outer blanks, as the ERP stores codes."
              .formatted(keyField, key, set));
    }
    return records
        .by(set, keyField, key)
        .orElseGet(
            () -> records.create(set).put("id", Ids.guid(set + "/" + key)).put(keyField, key));
  }

  private void coded(String set, JsonNode entry) {
    ObjectNode row = stored(set, "code", Records.text(entry, "code"));
    if (Records.text(row, "displayName").isEmpty()) {
      row.put("displayName", Records.text(entry, "code"));
    }
    if (set.startsWith("tax")) {
      row.put("taxType", "VAT");
    }
    entry
        .properties()
        .forEach(p -> row.set(HIDDEN.getOrDefault(p.getKey(), p.getKey()), p.getValue()));
    records.save(set, row);
    if (set.equals("dimensions")) {
      entry.path("values").forEach(value -> dimensionValue(row, value));
    }
  }

  private void dimensionValue(ObjectNode dimension, JsonNode value) {
    ObjectNode row =
        records
            .create("dimensionValues")
            .put("code", value.asString())
            .put("displayName", value.asString());
    row.put("id", Ids.guid(Records.text(dimension, "code") + "/" + value.asString()));
    row.set("dimensionId", dimension.path("id"));
    records.save("dimensionValues", row);
  }

  private void vatPostingSetup(JsonNode entry) {
    String business = Records.text(entry, "business");
    String product = Records.text(entry, "product");
    VatSetup vat = new VatSetup(records);
    if (entry.path("remove").asBoolean(false)) {
      vat.remove(business, product);
      return;
    }
    String percent = entry.path("percent").asString("0");
    VatRate rate =
        new VatRate(
            entry.path("identifier").asString("VAT" + percent),
            new BigDecimal(percent),
            VatRate.Calculation.valueOf(entry.path("calculation").asString("NORMAL")));
    vat.set(business, product, rate, entry.path("blocked").asBoolean(false));
  }

  private void journal(JsonNode entry) {
    String code = Records.text(entry, "code");
    ObjectNode row = stored("journals", "code", code);
    row.put("templateDisplayName", JournalRules.CASH_RECEIPTS);
    row.put("displayName", entry.path("displayName").asString(code));
    if (entry.has("balancingAccount")) {
      String number = Records.text(entry, "balancingAccount");
      ObjectNode account =
          records
              .by("accounts", "number", number)
              .orElseThrow(
                  () ->
                      Faults.relation(
                          "Bal. Account No.", "Gen. Journal Batch", number, "G/L Account"));
      row.set("balancingAccountId", account.path("id"));
      row.set("balancingAccountNumber", account.path("number"));
    }
    records.save("journals", row);
  }

  private void account(JsonNode entry) {
    ObjectNode row = stored("accounts", "number", Records.text(entry, "number"));
    row.put("directPosting", true).put("accountType", "Posting");
    merge(row, entry, Map.of("vatProductGroup", "_vatProductGroup"));
    records.save("accounts", row);
  }

  private void item(JsonNode entry) {
    String number = Records.text(entry, "number");
    boolean fresh = records.by("items", "number", number).isEmpty();
    ObjectNode row = stored("items", "number", number);
    if (fresh) {
      row.put("generalProductPostingGroupCode", "RETAIL")
          .put("inventoryPostingGroupCode", "RESALE");
      reference(row, "baseUnitOfMeasure", "unitsOfMeasure", entry.path("unit").asString("PCS"));
    }
    merge(row, entry, Map.of());
    if (entry.has("itemCategoryCode")) {
      reference(row, "itemCategory", "itemCategories", Records.text(entry, "itemCategoryCode"));
    }
    group(row, "generalProductPostingGroup");
    group(row, "inventoryPostingGroup");
    if (entry.has("vatProductGroup")) {
      reference(row, "taxGroup", "taxGroups", Records.text(entry, "vatProductGroup"));
    }
    List.of("vatProductGroup", "unit", "stock", "variants", "units").forEach(row::remove);
    records.save("items", row);
    Pictures.make(records, "Item", Records.text(row, "id"));
    ItemUnits units = new ItemUnits(records);
    units.set(number, Records.text(row, "baseUnitOfMeasureCode"), BigDecimal.ONE);
    entry
        .path("units")
        .properties()
        .forEach(unit -> units.set(number, unit.getKey(), unit.getValue().decimalValue()));
    entry.path("variants").forEach(variant -> variant(row, variant));
    Stock stock = new Stock(records);
    entry
        .path("stock")
        .properties()
        .forEach(p -> stock.adjust(number, p.getKey(), "", p.getValue().asDecimal(), "START"));
  }

  /** A posting group that an item names is there, as in a company that is set up. */
  private void group(ObjectNode item, String stem) {
    String code = Records.text(item, stem + "Code");
    if (!code.isEmpty()) {
      ObjectNode group = stored(stem + "s", "code", code);
      records.save(stem + "s", group.put("description", code));
      item.set(stem + "Id", group.path("id"));
    }
  }

  private void variant(ObjectNode item, JsonNode entry) {
    String code = Records.text(entry, "code");
    String id = Ids.guid(Records.text(item, "number") + "/" + code);
    ObjectNode row =
        records.byId("itemVariants", id).orElseGet(() -> records.create("itemVariants"));
    row.put("description", code);
    merge(row, entry, Map.of());
    row.put("id", id);
    Pictures.make(records, "Item_x0020_Variant", id);
    row.set("itemId", item.path("id"));
    row.set("itemNumber", item.path("number"));
    records.save("itemVariants", row);
  }

  private void reference(ObjectNode row, String stem, String set, String code) {
    ObjectNode target =
        records.by(set, "code", code).orElseThrow(() -> Faults.relation(stem, "Setup", code, set));
    row.set(stem + "Id", target.path("id"));
    row.set(stem + "Code", target.path("code"));
  }

  private void template(JsonNode setup) {
    if (!setup.has("templates")) {
      return;
    }
    records.all("_templates").forEach(t -> records.remove("_templates", Records.text(t, "id")));
    for (JsonNode entry : setup.path("templates")) {
      ObjectNode row = (ObjectNode) entry.deepCopy();
      records.save("_templates", row.put("id", Records.text(entry, "code")));
    }
  }

  private void customer(JsonNode entry) {
    ObjectNode row = stored("customers", "number", Records.text(entry, "number"));
    if (Records.text(row, "currencyCode").isEmpty()) {
      row.put("currencyCode", records.localCurrency());
    }
    merge(
        row,
        entry,
        Map.of(
            "vatBusinessGroup", "_vatBusinessGroup",
            "generalBusinessGroup", "_generalBusinessGroup",
            "customerPostingGroup", "_customerPostingGroup"));
    records
        .by("taxAreas", "code", Records.text(row, "_vatBusinessGroup"))
        .ifPresent(area -> row.set("taxAreaId", area.path("id")));
    records.save("customers", row);
  }

  private static void merge(ObjectNode row, JsonNode entry, Map<String, String> names) {
    entry
        .properties()
        .forEach(p -> row.set(names.getOrDefault(p.getKey(), p.getKey()), p.getValue()));
  }
}
