package dev.kontor.connector.businesscentral.pricing;

/** What a price list line is about; a sales line of an item sees the first two only. */
public enum AssetType {
  ITEM,
  ITEM_DISCOUNT_GROUP,
  RESOURCE,
  RESOURCE_GROUP,
  GL_ACCOUNT,
  ALL
}
