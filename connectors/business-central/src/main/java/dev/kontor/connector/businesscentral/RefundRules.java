package dev.kontor.connector.businesscentral;

import tools.jackson.databind.JsonNode;

/**
 * What is taken for true where the shop does not say.
 *
 * @param restocks whether goods of a refund come back to stock
 * @param splits whether money that is about no line is taxed like the whole order, rate by rate;
 *     else a person says how
 */
record RefundRules(boolean restocks, boolean splits) {

  private static final String SPLIT = "proportional";

  static RefundRules of(JsonNode settings) {
    return new RefundRules(
        settings.path("refundRestock").asBoolean(false),
        settings.path("refundRest").asString("").equals(SPLIT));
  }
}
