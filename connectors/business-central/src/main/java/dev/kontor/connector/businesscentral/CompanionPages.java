package dev.kontor.connector.businesscentral;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pages of the companion app, and what does not work without each. */
final class CompanionPages {

  static final Map<String, String> WITHOUT = without();

  private static Map<String, String> without() {
    Map<String, String> without = new LinkedHashMap<>();
    without.put("priceListLines", "prices are item cards only; price lists are not told");
    without.put("pricingSetups", "prices are taken to be kept in price lists, not in sales prices");
    without.put("currencyPrecisions", "prices are rounded to 0.01, unit prices to 0.00001");
    without.put("vatPostingSetups", "tax rates are those of setting vat");
    without.put(
        "customerDetails",
        "single customers of setting priceAudiences get no prices, and no price group is told");
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
        "salesOrderDetails",
        "released orders are never reopened for a change; orders get no payment method, shipping agent or"
            + " service; nothing is shipped without being invoiced");
    without.put(
        StockRows.ON_HAND,
        "stock is one sum of all locations, no rule may name locations, and variants tell none");
    without.put(StockRows.COMMITMENTS, "stock is told as without stockByLocations");
    without.put(StockRows.RECEIPTS, "no purchase counts as an expected receipt");
    without.put(
        StockRows.TRANSFERS, "what is to leave a counted location counts there until it has left");
    return without;
  }

  private CompanionPages() {}
}
