package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.master.CodeTableRules;
import dev.kontor.twin.businesscentral.master.CustomerRules;
import dev.kontor.twin.businesscentral.master.ItemRules;
import dev.kontor.twin.businesscentral.master.ItemVariantRules;
import dev.kontor.twin.businesscentral.master.LedgerEntryAnalytics;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.DimensionSetLineRules;
import dev.kontor.twin.businesscentral.sales.DocumentLineRules;
import dev.kontor.twin.businesscentral.sales.InvoiceRules;
import dev.kontor.twin.businesscentral.sales.OrderLineRules;
import dev.kontor.twin.businesscentral.sales.OrderRules;
import dev.kontor.twin.kit.odata.Dialect;
import dev.kontor.twin.kit.odata.ODataService;
import dev.kontor.twin.kit.odata.Rows;
import dev.kontor.twin.kit.odata.Rules;
import dev.kontor.twin.kit.odata.Schema;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** One company of the environment: its tables and the services over them. */
final class Company {
  private static final Map<String, String> CODE_TABLES =
      Map.of(
          "taxAreas", "VAT Business Posting Group",
          "taxGroups", "VAT Product Posting Group",
          "currencies", "Currency",
          "countriesRegions", "Country/Region",
          "paymentTerms", "Payment Terms",
          "paymentMethods", "Payment Method",
          "shipmentMethods", "Shipment Method",
          "unitsOfMeasure", "Unit of Measure",
          "locations", "Location",
          "itemCategories", "Item Category");

  private final String id;
  private final String name;
  private final Records records;
  private final ODataService api;
  private final ODataService analytics;

  Company(
      String id,
      String name,
      Schema all,
      Schema offered,
      Rows rows,
      Dialect dialect,
      InstantSource clock) {
    this.id = id;
    this.name = name;
    this.records = new Records(rows, all, clock, id);
    this.api = new ODataService(offered, rows, dialect, rules(records));
    this.analytics =
        new ODataService(
            LedgerEntryAnalytics.SCHEMA,
            rows,
            dialect,
            Map.of("itemLedgerEntries", new LedgerEntryAnalytics()));
  }

  private static Map<String, Rules> rules(Records records) {
    Map<String, Rules> rules = new HashMap<>();
    CODE_TABLES.forEach((set, label) -> rules.put(set, new CodeTableRules(records, set, label)));
    rules.put("customers", new CustomerRules(records));
    rules.put("items", new ItemRules(records));
    rules.put("itemVariants", new ItemVariantRules(records));
    rules.put("salesOrders", new OrderRules(records));
    rules.put("salesOrderLines", new OrderLineRules(records));
    rules.put("salesInvoices", new InvoiceRules(records));
    rules.put("salesCreditMemoLines", new DocumentLineRules());
    rules.put("salesInvoiceLines", new DocumentLineRules());
    rules.put("salesShipmentLines", new DocumentLineRules());
    rules.put("dimensionSetLines", new DimensionSetLineRules(records));
    return rules;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  Records records() {
    return records;
  }

  ODataService api() {
    return api;
  }

  ODataService analytics() {
    return analytics;
  }
}
