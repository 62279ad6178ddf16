package dev.kontor.kit.refunds;

import tools.jackson.databind.JsonNode;

/**
 * What is taken for true where the shop does not say.
 *
 * @param restocks whether goods of a refund come back to stock
 * @param splits whether money that is about no line is taxed like the whole order, rate by rate;
 *     else a person says how
 * @param withoutTax whether what is credited is priced without tax, whatever the order is
 */
public record RefundRules(boolean restocks, boolean splits, boolean withoutTax) {

  private static final String SPLIT = "proportional";

  /**
   * @param settings with {@code refundRestock} and {@code refundRest}
   */
  public static RefundRules of(JsonNode settings, boolean withoutTax) {
    return new RefundRules(
        settings.path("refundRestock").asBoolean(false),
        settings.path("refundRest").asString("").equals(SPLIT),
        withoutTax);
  }
}
