package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.VatPostingSetup;
import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.PriceSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@link PriceTerms}, together with whatever else is to be asked of the same services. */
final class PriceTermsReading {

  private static final String SETUPS = "pricingSetups";
  private static final String PRECISIONS = "currencyPrecisions";
  private static final String CUSTOMERS = "customerDetails";
  private static final String RATES = "currencyExchangeRates";

  /** Fields of a customer that decide prices; balances change all the time. */
  private static final List<String> CUSTOMER_FIELDS =
      List.of(
          "number",
          "customerPriceGroup",
          "customerDiscountGroup",
          "vatBusinessPostingGroup",
          "allowLineDiscount",
          "billToCustomerNumber");

  private final Configuration configuration;
  private final Company company;
  private final List<SheetPlan> plans;
  private final String localCurrency;
  private final LocalDate today;

  PriceTermsReading(
      Configuration configuration, Company company, List<SheetPlan> plans, String localCurrency) {
    this.configuration = configuration;
    this.company = company;
    this.plans = plans;
    this.localCurrency = localCurrency;
    this.today = configuration.calendar(company.clock()).today();
  }

  /** One call per service; another if a customer is billed to one that is not asked for. */
  PriceTerms read(List<Wanted> standard, List<Wanted> app) {
    ObjectNode setup = Json.object();
    List<VatPostingSetup> vat = new ArrayList<>();
    List<JsonNode> precisions = new ArrayList<>();
    Map<String, JsonNode> customers = new TreeMap<>();
    List<Wanted> ofApp = new ArrayList<>(app);
    addPage(ofApp, SETUPS, rows -> rows.stream().findFirst().ifPresent(row -> copy(row, setup)));
    addPage(ofApp, PRECISIONS, precisions::addAll);
    addPage(ofApp, ItemParts.VAT_SETUPS, rows -> rows.forEach(row -> vat.add(PriceRows.vat(row))));
    ofApp.addAll(customers(named(), customers));
    if (!ofApp.isEmpty()) {
      Wanted.read(company.companion().client(), ofApp);
    }
    List<Wanted> billedTo = customers(unread(customers), customers);
    if (!billedTo.isEmpty()) {
      Wanted.read(company.companion().client(), billedTo);
    }
    Map<String, JsonNode> rates = new TreeMap<>();
    List<Wanted> ofStandard = new ArrayList<>(standard);
    ofStandard.addAll(rates(precisions, rates));
    Wanted.read(company, ofStandard);
    return new PriceTerms(
        setup,
        vat.isEmpty() ? PriceTerms.ofSetting(configuration.vat()) : vat,
        customers,
        precisions,
        rates,
        localCurrency);
  }

  private static void copy(JsonNode row, ObjectNode setup) {
    setup.setAll((ObjectNode) row);
    setup.remove(List.of("@odata.etag", "lastModifiedDateTime"));
  }

  private void addPage(List<Wanted> wanted, String page, Consumer<List<JsonNode>> taker) {
    if (company.companion().has(page)) {
      wanted.add(new Wanted(ODataQuery.of(page), answer -> taker.accept(answer.entities())));
    }
  }

  private Set<String> named() {
    return plans.stream()
        .filter(plan -> plan.is(PriceSheet.Kind.CUSTOMER))
        .map(SheetPlan::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> unread(Map<String, JsonNode> customers) {
    Set<String> billedTo = new TreeSet<>();
    customers.values().forEach(row -> billedTo.add(Codes.of(row, "billToCustomerNumber")));
    billedTo.remove("");
    billedTo.removeAll(customers.keySet());
    return billedTo;
  }

  private List<Wanted> customers(Collection<String> numbers, Map<String, JsonNode> found) {
    if (numbers.isEmpty() || !company.companion().has(CUSTOMERS)) {
      return List.of();
    }
    return Wanted.byTexts(
        ODataQuery.of(CUSTOMERS).select(CUSTOMER_FIELDS),
        "number",
        numbers,
        rows ->
            rows.forEach(
                row -> {
                  ObjectNode kept = ((ObjectNode) row).deepCopy();
                  found.put(Codes.of(row, "number"), kept.retain(CUSTOMER_FIELDS));
                }));
  }

  /** The newest rate of each foreign currency that holds today. */
  private List<Wanted> rates(List<JsonNode> precisions, Map<String, JsonNode> rates) {
    List<Wanted> wanted = new ArrayList<>();
    if (!company.model().has(RATES)) {
      return wanted;
    }
    Set<String> foreign =
        plans.stream()
            .map(SheetPlan::currency)
            .filter(currency -> !currency.equals(localCurrency))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String iso : foreign) {
      String code =
          precisions.stream()
              .filter(row -> iso.equals(Json.text(row, "isoCode")))
              .map(row -> Json.text(row, "code", iso))
              .findFirst()
              .orElse(iso);
      ODataQuery newest =
          ODataQuery.of(RATES)
              .filter("currencyCode eq " + OData.quoted(code) + " and startingDate le " + today)
              .orderBy("startingDate desc")
              .top(1);
      wanted.add(
          new Wanted(
              newest,
              answer ->
                  answer.entities().stream().findFirst().ifPresent(row -> rates.put(code, row))));
    }
    return wanted;
  }
}
