package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads a case in the form of business-central/pricing-examples.json. */
record PriceJson(PriceQuestion question, PriceBook book) {

  private static final String LIST = "CASE";
  private static final String CARD_GROUP = "CARD";
  private static final String PRODUCT_GROUP = "GOODS";

  static final Map<String, SourceType> SOURCES =
      Map.of(
          "ALL", SourceType.ALL_CUSTOMERS,
          "CUST", SourceType.CUSTOMER,
          "CPG", SourceType.CUSTOMER_PRICE_GROUP,
          "CDG", SourceType.CUSTOMER_DISCOUNT_GROUP,
          "CAMP", SourceType.CAMPAIGN,
          "CONT", SourceType.CONTACT);

  private static final Map<String, AssetType> ASSETS =
      Map.of(
          "ITEM", AssetType.ITEM,
          "IDG", AssetType.ITEM_DISCOUNT_GROUP,
          "ALL", AssetType.ALL);

  private static final Map<String, PriceStatus> STATUSES =
      Map.of(
          "Draft", PriceStatus.DRAFT,
          "Active", PriceStatus.ACTIVE,
          "Inactive", PriceStatus.INACTIVE);

  private static final Map<String, AmountType> AMOUNTS =
      Map.of(
          "Price", AmountType.PRICE,
          "Discount", AmountType.DISCOUNT,
          "Price & Discount", AmountType.PRICE_AND_DISCOUNT,
          "Any", AmountType.PRICE_AND_DISCOUNT);

  /**
   * @throws IllegalArgumentException naming the field that is missing or cannot be understood
   */
  static PriceJson of(JsonNode example) {
    CaseFields context = new CaseFields("context", example.path("context"));
    JsonNode array = example.path("priceLines");
    if (!array.isArray()) {
      throw new IllegalArgumentException(
          "priceLines is missing; give it as a JSON list, empty for none");
    }
    List<PriceListLine> lines = new ArrayList<>();
    List<VatPostingSetup> vat = new ArrayList<>();
    vat.add(contained(CARD_GROUP, context.decimal("itemlvat"), false));
    for (JsonNode json : array) {
      CaseFields fields = new CaseFields("priceLines[" + lines.size() + "]", json);
      PriceListLine line = line(fields, lines.size() + 1);
      lines.add(line);
      vat.add(contained(line.vatBusinessGroup(), fields.decimal("lvat"), fields.flag("lrev")));
    }
    return new PriceJson(question(context), new PriceBook(lines, List.of(card(context)), vat));
  }

  private static PriceQuestion question(CaseFields context) {
    return new PriceQuestion(
        CaseAudience.of(context),
        "",
        context.text("item"),
        context.text("var"),
        context.text("uom"),
        context.decimal("qty"),
        context.decimal("qtyper"),
        context.text("cur"),
        context.decimal("factor"),
        context.date("date"),
        context.flag("incl"),
        context.decimal("vat"),
        calculation(context.flag("rev")),
        PRODUCT_GROUP,
        new PriorPrice.None(),
        new RoundingTerms(RoundingTerms.DEFAULT.amount(), context.decimal("prec")));
  }

  private static ItemCard card(CaseFields context) {
    return new ItemCard(
        context.text("item"),
        context.decimal("itemprice"),
        context.flag("itemincl"),
        CARD_GROUP,
        context.text("idg"),
        true);
  }

  /**
   * Each line has a VAT business group of its own, as a case states what VAT its price contains.
   */
  private static PriceListLine line(CaseFields line, int lineNo) {
    return new PriceListLine(
        new PriceListKey(LIST, lineNo),
        new PriceSource(line.oneOf("src", SOURCES), line.text("no")),
        new PriceAsset(line.oneOf("asset", ASSETS), line.text("ano")),
        line.text("var"),
        line.text("cur"),
        line.text("uom"),
        line.decimal("minq"),
        new Period(line.dateOrNull("start"), line.dateOrNull("end")),
        line.oneOf("amt", AMOUNTS),
        line.decimalOrZero("price"),
        line.decimalOrZero("disc"),
        line.flag("allow"),
        true,
        line.flag("inclvat"),
        LIST + lineNo,
        line.oneOf("status", STATUSES));
  }

  private static VatPostingSetup contained(String group, BigDecimal percent, boolean reverse) {
    return new VatPostingSetup(group, PRODUCT_GROUP, percent, calculation(reverse));
  }

  private static TaxCalculation calculation(boolean reverse) {
    return reverse ? TaxCalculation.REVERSE_CHARGE_VAT : TaxCalculation.NORMAL_VAT;
  }
}
