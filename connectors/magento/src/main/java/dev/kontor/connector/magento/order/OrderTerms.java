package dev.kontor.connector.magento.order;

import dev.kontor.model.PriceBasis;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the connection's settings want orders read; what they leave out is as in {@code
 * settings.schema.json}.
 *
 * @param base whether in the website's base currency
 * @param whole whether a bundle is one line
 * @param basis of all orders, null if each order's amounts tell
 * @param rounded whether fractions of a cent are rounded
 */
record OrderTerms(boolean base, boolean whole, @Nullable PriceBasis basis, boolean rounded) {

  static OrderTerms of(JsonNode settings) {
    return new OrderTerms(
        settings.path("currency").asString("").equals("base"),
        settings.path("bundles").asString("").equals("line"),
        switch (settings.path("catalogPrices").asString("")) {
          case "net" -> PriceBasis.NET;
          case "gross" -> PriceBasis.GROSS;
          default -> null;
        },
        settings.path("fractions").asString("").equals("round"));
  }
}
