package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which pages of the companion app are missing, and what does not work without each. */
final class CompanionCheck {

  private static final String INSTALL =
      "Install the companion app (connectors/business-central/companion), newest version, and grant"
          + " the application its permission set.";

  private static final Map<String, String> WITHOUT = without();

  private static Map<String, String> without() {
    Map<String, String> without = new LinkedHashMap<>();
    without.put("priceListLines", "prices are item cards only; price lists are not told");
    without.put("pricingSetups", "prices are taken to be kept in price lists, not in sales prices");
    without.put("currencyPrecisions", "prices are rounded to 0.01, unit prices to 0.00001");
    without.put("vatPostingSetups", "tax rates are those of setting vat");
    without.put("customerDetails", "single customers of setting priceAudiences get no prices");
    without.put(
        ItemParts.DETAILS,
        "products have no manufacturer and no weight, and discount groups count for no price");
    without.put(ItemParts.VARIANT_DETAILS, "blocked variants are not told as blocked");
    without.put(ItemParts.UNITS, "the weight of a unit is not told");
    without.put(ItemParts.ATTRIBUTES, "products have no attributes");
    without.put(
        ItemParts.ATTRIBUTE_TEXTS, "attributes are told in the company's own language only");
    without.put(
        ItemParts.OPTIONS, "a variant has one option, its description; see setting variantOption");
    without.put(ItemParts.TRANSLATIONS, "names are told in the company's own language only");
    without.put(ItemParts.TEXTS, "products have no description");
    without.put(ItemParts.REFERENCES, "variants have no bar code, items only their GTIN");
    without.put(ItemParts.CATEGORY_NODES, "categories are told without the ones above them");
    without.put(OrderParts.SHIPMENT_DETAILS, "shipments have no carrier and no tracking code");
    without.put(OrderParts.SHIPMENT_LINES, "shipped variants are told as their item");
    without.put(
        "salesOrderDetails", "released orders are never reopened, orders are deleted as they are");
    return without;
  }

  private final Configuration configuration;
  private final Company company;

  CompanionCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  void run(List<Finding> findings) {
    List<String> missing =
        WITHOUT.keySet().stream().filter(page -> !company.companion().has(page)).toList();
    if (missing.size() == WITHOUT.size()) {
      findings.add(
          Finding.warning(
              "companion app",
              "is not installed: " + WITHOUT.values().stream().collect(Collectors.joining("; ")),
              INSTALL));
    } else {
      missing.forEach(
          page ->
              findings.add(
                  Finding.warning(
                      "companion app", "has no page " + page + ": " + WITHOUT.get(page), INSTALL)));
      WITHOUT.keySet().stream()
          .filter(company.companion()::has)
          .forEach(p -> readable(p, findings));
    }
    settings(findings);
  }

  private void readable(String page, List<Finding> findings) {
    try {
      company.companion().client().page(ODataQuery.of(page).top(1), 1);
    } catch (FaultException e) {
      findings.add(
          Finding.error(
              "rights",
              page + " cannot be read: " + e.fault().message(),
              "Grant the application the companion app's permission set."));
    }
  }

  private void settings(List<Finding> findings) {
    JsonNode audiences = configuration.settings().node("priceAudiences");
    if (Json.text(audiences, "zone") == null) {
      findings.add(
          Finding.warning(
              "setting priceAudiences",
              "names no zone, so prices change at midnight UTC",
              "Set zone to the company's time zone, e.g. Europe/Berlin."));
    }
    @Nullable String language = configuration.ownLanguage();
    if (language == null && company.companion().has(ItemParts.TEXTS)) {
      findings.add(
          Finding.warning(
              "setting ownLanguage",
              "is not set, so descriptions without language are left out",
              "Set it to the language of the company's texts, e.g. de-DE."));
    }
  }
}
