package dev.kontor.connector.businesscentral.pricing;

/** Only active lines count (rule 4); a legacy sales price or line discount is always active. */
public enum PriceStatus {
  DRAFT,
  ACTIVE,
  INACTIVE
}
