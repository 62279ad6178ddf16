package dev.kontor.connector.businesscentral.pricing;

/** What currency and variant say about a candidate beside the best so far (rule 11). */
enum Guard {
  REPLACES,
  YIELDS,
  AMOUNTS_DECIDE
}
