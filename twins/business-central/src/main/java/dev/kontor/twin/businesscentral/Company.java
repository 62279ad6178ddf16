package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.companion.Companion;
import dev.kontor.twin.businesscentral.finance.CustomerPaymentRules;
import dev.kontor.twin.businesscentral.finance.FinancialDetails;
import dev.kontor.twin.businesscentral.finance.JournalRules;
import dev.kontor.twin.businesscentral.master.CodeTableRules;
import dev.kontor.twin.businesscentral.master.CustomerRules;
import dev.kontor.twin.businesscentral.master.ItemRules;
import dev.kontor.twin.businesscentral.master.ItemVariantRules;
import dev.kontor.twin.businesscentral.master.LedgerEntryAnalytics;
import dev.kontor.twin.businesscentral.master.Pictures;
import dev.kontor.twin.businesscentral.print.PdfDocuments;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.CreditMemoRules;
import dev.kontor.twin.businesscentral.sales.DimensionSetLineRules;
import dev.kontor.twin.businesscentral.sales.DocumentKind;
import dev.kontor.twin.businesscentral.sales.DocumentLineRules;
import dev.kontor.twin.businesscentral.sales.InvoiceRules;
import dev.kontor.twin.businesscentral.sales.OrderRules;
import dev.kontor.twin.businesscentral.sales.SalesLineRules;
import dev.kontor.twin.kit.odata.Dialect;
import dev.kontor.twin.kit.odata.ODataService;
import dev.kontor.twin.kit.odata.Rows;
import dev.kontor.twin.kit.odata.Rules;
import dev.kontor.twin.kit.odata.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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
  private final Map<String, ODataService> apps = new HashMap<>();

  Company(
      String id,
      String name,
      Schema all,
      Schema offered,
      Map<String, Schema> apps,
      Rows rows,
      Dialect dialect,
      Options options) {
    this.id = id;
    this.name = name;
    this.records = new Records(rows, all, options.clock(), id);
    this.api = new ODataService(offered, rows, dialect, rules(records));
    Map<String, Map<String, Rules>> rules = new HashMap<>();
    rules.put(Companion.ROUTE, Companion.rules(records));
    options.partnerApps().forEach(app -> rules.put(app.route(), app.rules(records)));
    apps.forEach(
        (route, pages) ->
            this.apps.put(
                route,
                new ODataService(pages, rows, dialect, rules.getOrDefault(route, Map.of()))));
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
    rules.put("salesOrderLines", new SalesLineRules(records, DocumentKind.ORDER));
    rules.put("salesInvoices", new InvoiceRules(records));
    rules.put("salesCreditMemos", new CreditMemoRules(records));
    rules.put("salesCreditMemoLines", new SalesLineRules(records, DocumentKind.CREDIT_MEMO));
    rules.put("pictures", new Pictures(records));
    rules.put("pdfDocument", new PdfDocuments(records));
    rules.put("customerFinancialDetails", new FinancialDetails(records));
    rules.put("journals", new JournalRules(records, JournalRules.GENERAL));
    rules.put("customerPaymentJournals", new JournalRules(records, JournalRules.CASH_RECEIPTS));
    rules.put("customerPayments", new CustomerPaymentRules(records));
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

  /** The pages of an installed app. */
  ODataService app(String route) {
    return Objects.requireNonNull(apps.get(route), route);
  }

  ODataService analytics() {
    return analytics;
  }
}
