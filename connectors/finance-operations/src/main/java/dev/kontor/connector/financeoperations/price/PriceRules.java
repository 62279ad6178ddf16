package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.pricing.PriceParameters;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Setting {@code priceRules}: the company's set-up of prices, by the names of {@code check-prices}.
 * What is not stated is as the contract has it.
 */
final class PriceRules {

  private static final String USUAL =
      """
      {"generic_currency": "", "date_type": "Today",
       "line_multiline": "Line", "activated": "all", "price_dims": [], "order_stage": "Entered"}
      """;

  private PriceRules() {}

  /**
   * @throws FaultException {@link Fault.Misconfigured} naming what cannot be understood
   */
  static PriceParameters of(FnoSettings settings) {
    ObjectNode params = (ObjectNode) ModelJson.parse(USUAL);
    params.put("accounting_currency", settings.currency());
    settings
        .open()
        .path("priceRules")
        .properties()
        .forEach(p -> params.set(p.getKey(), p.getValue()));
    try {
      return PriceParameters.of(params);
    } catch (IllegalArgumentException e) {
      throw new FaultException(
          new Fault.Misconfigured(
              settings.connection() + ".priceRules", String.valueOf(e.getMessage())));
    }
  }
}
