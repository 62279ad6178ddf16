package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.AmountType;
import dev.kontor.connector.businesscentral.pricing.AssetType;
import dev.kontor.connector.businesscentral.pricing.Period;
import dev.kontor.connector.businesscentral.pricing.PriceAsset;
import dev.kontor.connector.businesscentral.pricing.PriceListKey;
import dev.kontor.connector.businesscentral.pricing.PriceListLine;
import dev.kontor.connector.businesscentral.pricing.PriceSource;
import dev.kontor.connector.businesscentral.pricing.PriceStatus;
import dev.kontor.connector.businesscentral.pricing.SourceType;
import dev.kontor.connector.businesscentral.pricing.TaxCalculation;
import dev.kontor.connector.businesscentral.pricing.VatPostingSetup;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Reads rows of the companion app's pages as what the price engine knows. */
final class PriceRows {

  private PriceRows() {}

  /** A row of {@code priceListLines}. */
  static PriceListLine line(JsonNode row) {
    return new PriceListLine(
        new PriceListKey(Codes.of(row, "priceListCode"), Json.number(row, "lineNumber").intValue()),
        new PriceSource(source(Json.option(row, "sourceType")), Codes.of(row, "sourceNumber")),
        new PriceAsset(asset(Json.option(row, "assetType")), Codes.of(row, "assetNumber")),
        Codes.of(row, "variantCode"),
        Codes.of(row, "currencyCode"),
        Codes.of(row, "unitOfMeasureCode"),
        Json.number(row, "minimumQuantity"),
        period(row),
        amountType(Json.option(row, "amountType")),
        Json.number(row, "unitPrice"),
        Json.number(row, "lineDiscountPercent"),
        row.path("allowLineDiscount").asBoolean(true),
        row.path("allowInvoiceDiscount").asBoolean(true),
        row.path("priceIncludesTax").asBoolean(false),
        Codes.of(row, "vatBusinessPostingGroupPrice"),
        status(Json.option(row, "status")));
  }

  /** A row of {@code legacySalesPrices}; these have no number, their id keeps them apart. */
  static PriceListLine legacyPrice(JsonNode row) {
    return new PriceListLine(
        new PriceListKey("P " + Json.text(row, "id", ""), 0),
        new PriceSource(source(Json.option(row, "salesType")), Codes.of(row, "salesCode")),
        PriceAsset.item(Codes.of(row, "itemNumber")),
        Codes.of(row, "variantCode"),
        Codes.of(row, "currencyCode"),
        Codes.of(row, "unitOfMeasureCode"),
        Json.number(row, "minimumQuantity"),
        period(row),
        AmountType.PRICE,
        Json.number(row, "unitPrice"),
        BigDecimal.ZERO,
        row.path("allowLineDiscount").asBoolean(true),
        row.path("allowInvoiceDiscount").asBoolean(true),
        row.path("priceIncludesTax").asBoolean(false),
        Codes.of(row, "vatBusinessPostingGroupPrice"),
        PriceStatus.ACTIVE);
  }

  /** A row of {@code legacySalesLineDiscounts}. */
  static PriceListLine legacyDiscount(JsonNode row) {
    String code = Codes.of(row, "code");
    return new PriceListLine(
        new PriceListKey("D " + Json.text(row, "id", ""), 0),
        new PriceSource(source(Json.option(row, "salesType")), Codes.of(row, "salesCode")),
        Json.option(row, "type").equals("Item")
            ? PriceAsset.item(code)
            : PriceAsset.itemDiscountGroup(code),
        Codes.of(row, "variantCode"),
        Codes.of(row, "currencyCode"),
        Codes.of(row, "unitOfMeasureCode"),
        Json.number(row, "minimumQuantity"),
        period(row),
        AmountType.DISCOUNT,
        BigDecimal.ZERO,
        Json.number(row, "lineDiscountPercent"),
        true,
        true,
        false,
        "",
        PriceStatus.ACTIVE);
  }

  static VatPostingSetup vat(JsonNode row) {
    return new VatPostingSetup(
        Codes.of(row, "vatBusinessPostingGroup"),
        Codes.of(row, "vatProductPostingGroup"),
        Json.number(row, "vatPercent"),
        switch (Json.option(row, "vatCalculationType")) {
          case "Reverse Charge VAT" -> TaxCalculation.REVERSE_CHARGE_VAT;
          case "Full VAT" -> TaxCalculation.FULL_VAT;
          case "Sales Tax" -> TaxCalculation.SALES_TAX;
          default -> TaxCalculation.NORMAL_VAT;
        });
  }

  private static SourceType source(String name) {
    return switch (name) {
      case "All Customers" -> SourceType.ALL_CUSTOMERS;
      case "Customer Price Group" -> SourceType.CUSTOMER_PRICE_GROUP;
      case "Customer Disc. Group" -> SourceType.CUSTOMER_DISCOUNT_GROUP;
      case "Campaign" -> SourceType.CAMPAIGN;
      case "Contact" -> SourceType.CONTACT;
      default -> SourceType.CUSTOMER;
    };
  }

  private static AssetType asset(String name) {
    return switch (name) {
      case "Item" -> AssetType.ITEM;
      case "Item Discount Group" -> AssetType.ITEM_DISCOUNT_GROUP;
      case "Resource" -> AssetType.RESOURCE;
      case "Resource Group" -> AssetType.RESOURCE_GROUP;
      case "G/L Account" -> AssetType.GL_ACCOUNT;
      default -> AssetType.ALL;
    };
  }

  private static AmountType amountType(String name) {
    return switch (name) {
      case "Price" -> AmountType.PRICE;
      case "Discount" -> AmountType.DISCOUNT;
      default -> AmountType.PRICE_AND_DISCOUNT;
    };
  }

  private static PriceStatus status(String name) {
    return switch (name) {
      case "Active" -> PriceStatus.ACTIVE;
      case "Inactive" -> PriceStatus.INACTIVE;
      default -> PriceStatus.DRAFT;
    };
  }

  private static Period period(JsonNode row) {
    return new Period(Json.date(row, "startingDate"), Json.date(row, "endingDate"));
  }
}
