package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Shipping is taxed with the shares of the lines' rates; of goods discounted to nothing every share
 * is 0, so shipping stays untaxed (recorded gross in zero-total-100-percent; net goes through the
 * same PercentageTaxRuleBuilder).
 */
class FullDiscountTest {

  @ParameterizedTest
  @CsvSource({"standard, 4.90", "b2b, 4.12"})
  void shippingOfGoodsThatCostNothingIsUntaxed(String group, String shipping) throws IOException {
    try (var twin = ShopwareTwin.start(Options.demo())) {
      ShopClient shop = ShopClient.admin(twin);
      String request =
          """
          {"customer":{"email":"a@firma.example","group":"%s","company":"Firma","guest":false},
           "lines":[{"productNumber":"AH-1008","quantity":1}],"promotions":["MINUS15"]}"""
              .formatted(group);
      JsonNode placed = shop.post("/_twin/shop/orders", request).json().path("orders").path(0);
      assertThat(placed.path("gross").asString()).isEqualTo(shipping);
      assertThat(placed.path("net").asString()).isEqualTo(shipping);
      JsonNode order = shop.order(placed.path("id").asString(), "{\"deliveries\":{}}");
      JsonNode costs = order.path("deliveries").path(0).path("shippingCosts");
      assertThat(costs.path("calculatedTaxes").path(0).path("tax")).hasToString("0");
      assertThat(costs.path("calculatedTaxes").path(0).path("price")).hasToString("0");
      assertThat(costs.path("taxRules").path(0).path("percentage")).hasToString("0");
    }
  }
}
