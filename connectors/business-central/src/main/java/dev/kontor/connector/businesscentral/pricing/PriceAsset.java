package dev.kontor.connector.businesscentral.pricing;

/**
 * What a price list line is about.
 *
 * @param no blank with type item for all items (rule 5)
 */
public record PriceAsset(AssetType type, String no) {

  static final PriceAsset ALL_ITEMS = item("");

  public static PriceAsset item(String no) {
    return new PriceAsset(AssetType.ITEM, no);
  }

  public static PriceAsset itemDiscountGroup(String code) {
    return new PriceAsset(AssetType.ITEM_DISCOUNT_GROUP, code);
  }
}
