package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rows of the OData sets of posted agreements (rules R1, R5; names as in the metadata,
 * also where it misspells them).
 *
 * @param refused rows that no price may be computed with; whoever they concern has no computed
 *     price
 */
public record PostedAgreements(List<TradeAgreement> agreements, List<Refused> refused) {

  /**
   * A row that cannot be priced with.
   *
   * @param itemNumber empty if it is for no single product
   * @param reason names the field and the problem
   */
  public record Refused(String id, Relation relation, String itemNumber, String reason) {}

  private static final Map<Dimension, String> PRICE_DIMENSIONS =
      Map.of(
          Dimension.CONFIGURATION, "ProductconfigurationId",
          Dimension.SIZE, "ProductSizeId",
          Dimension.COLOR, "ProductColorId",
          Dimension.STYLE, "ProductStyleId",
          Dimension.VERSION, "ProductVersionId",
          Dimension.SITE, "PriceSiteId",
          Dimension.WAREHOUSE, "PriceWarehouseId");

  private static final Map<Dimension, String> DISCOUNT_DIMENSIONS =
      Map.of(
          Dimension.CONFIGURATION, "ProductConfigurationId",
          Dimension.SIZE, "ProductSizeId",
          Dimension.COLOR, "ProductColorId",
          Dimension.STYLE, "ProductStyleId",
          Dimension.VERSION, "ProductVersionId",
          Dimension.SITE, "DiscountSiteId",
          Dimension.WAREHOUSE, "DiscountWarehouseId");

  private static final String NONE = "";
  private static final String ITEM = "ItemNumber";

  public PostedAgreements {
    agreements = List.copyOf(agreements);
    refused = List.copyOf(refused);
  }

  /** Rows of {@code SalesPriceAgreements}. */
  public static PostedAgreements prices(Iterable<JsonNode> rows) {
    return read(Relation.PRICE, rows, PostedAgreements::price);
  }

  /** Rows of {@code SalesLineDiscountAgreements}. */
  public static PostedAgreements lineDiscounts(Iterable<JsonNode> rows) {
    return read(Relation.LINE_DISCOUNT, rows, PostedAgreements::lineDiscount);
  }

  /** Rows of {@code SalesMultiLineDiscountAgreements}. */
  public static PostedAgreements multilineDiscounts(Iterable<JsonNode> rows) {
    return read(Relation.MULTILINE_DISCOUNT, rows, PostedAgreements::multilineDiscount);
  }

  /** Rows of {@code SalesTotalDiscountAgreements}. */
  public static PostedAgreements totalDiscounts(Iterable<JsonNode> rows) {
    return read(Relation.TOTAL_DISCOUNT, rows, PostedAgreements::totalDiscount);
  }

  private static PostedAgreements read(
      Relation relation, Iterable<JsonNode> rows, Function<AgreementRow, TradeAgreement> mapping) {
    List<TradeAgreement> agreements = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (JsonNode json : rows) {
      AgreementRow row = new AgreementRow(json);
      try {
        agreements.add(mapping.apply(row));
      } catch (IllegalArgumentException e) {
        refused.add(
            new Refused(
                row.text("RecordId"), relation, row.text(ITEM), String.valueOf(e.getMessage())));
      }
    }
    return new PostedAgreements(agreements, refused);
  }

  /** Rules P10 and P14 say which rows are refused. */
  private static TradeAgreement price(AgreementRow row) {
    if (row.decimal("FixedPriceCharges").signum() != 0) {
      throw new IllegalArgumentException(
          "FixedPriceCharges is filled, and the set does not say whether it is in the unit price");
    }
    if (!row.text("AttributeBasedPricingId").isEmpty()) {
      throw new IllegalArgumentException(
          "AttributeBasedPricingId is filled: the price is known only with the batch");
    }
    BigDecimal priceUnit = row.decimal("SalesPriceQuantity");
    return agreement(
        row,
        Relation.PRICE,
        row.assignment("CustomerAccountNumber", "PriceCustomerGroupCode"),
        row.assignment(ITEM, NONE),
        row.dimensions(PRICE_DIMENSIONS),
        row.text("PriceCurrencyCode"),
        row.yes("IsGenericCurrencySearchEnabled"),
        row.text("QuantityUnitySymbol"),
        quantities(row),
        row.validity("PriceApplicableFromDate", "PriceApplicableToDate"),
        AgreementTerms.price(
            row.decimal("Price"), priceUnit.signum() == 0 ? BigDecimal.ONE : priceUnit));
  }

  private static TradeAgreement lineDiscount(AgreementRow row) {
    return discount(
        row,
        Relation.LINE_DISCOUNT,
        row.assignment("CustomerAccountNumber", "LineDiscountCustomerGroupCode"),
        row.assignment(ITEM, "LineDiscountProductGroupCode"),
        quantities(row));
  }

  private static TradeAgreement multilineDiscount(AgreementRow row) {
    return discount(
        row,
        Relation.MULTILINE_DISCOUNT,
        row.assignment("CustomerAccountNumber", "MultiLineDiscountCustomerGroupCode"),
        row.assignment(NONE, "MultiLineDiscountProductGroupCode"),
        quantities(row));
  }

  private static TradeAgreement totalDiscount(AgreementRow row) {
    return discount(
        row,
        Relation.TOTAL_DISCOUNT,
        row.assignment("CustomerAccountNumber", "TotalDiscountCustomerGroupCode"),
        Assignment.ALL,
        new QuantityRange(
            row.decimal("FromOrderSubtotalAmount"), row.decimal("ToOrderSubtotalAmount")));
  }

  private static QuantityRange quantities(AgreementRow row) {
    return new QuantityRange(row.decimal("FromQuantity"), row.decimal("ToQuantity"));
  }

  /** Discounts are not looked for in the generic currency (rule D1). */
  private static TradeAgreement discount(
      AgreementRow row,
      Relation relation,
      Assignment account,
      Assignment item,
      QuantityRange range) {
    return agreement(
        row,
        relation,
        account,
        item,
        row.dimensions(DISCOUNT_DIMENSIONS),
        row.text("DiscountCurrencyCode"),
        false,
        row.text("QuantityUnitSymbol"),
        range,
        row.validity("DiscountApplicableFromDate", "DiscountApplicableToDate"),
        AgreementTerms.discount(
            row.decimal("DiscountAmount"),
            row.decimal("DiscountPercentage1"),
            row.decimal("DiscountPercentage2")));
  }

  private static TradeAgreement agreement(
      AgreementRow row,
      Relation relation,
      Assignment account,
      Assignment item,
      Map<Dimension, String> dimensions,
      String currency,
      boolean includesGenericCurrency,
      String unit,
      QuantityRange range,
      Validity validity,
      AgreementTerms terms) {
    return new TradeAgreement(
        row.id(),
        relation,
        account,
        item,
        dimensions,
        currency,
        includesGenericCurrency,
        unit,
        range,
        validity,
        row.yes("WillSearchContinue"),
        terms);
  }
}
