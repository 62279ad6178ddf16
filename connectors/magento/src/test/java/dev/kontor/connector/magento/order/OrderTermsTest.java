package dev.kontor.connector.magento.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.magento.Recorded;
import dev.kontor.model.Amount;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.FaultException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the settings change about an order that is read. */
class OrderTermsTest {

  private static TranslatedOrder order(String name, String settings) {
    return new TranslatedOrder(Recorded.order(name), ModelJson.parse(settings));
  }

  @Test
  void fractionsOfACentStayUnlessTheyAreToBeRounded() {
    TranslatedOrder kept = order("n0-odd-cents-qty", "{}");
    assertThat(kept.read("total", Amount.class).gross()).isEqualByComparingTo("198.335");
    TranslatedOrder rounded = order("n0-odd-cents-qty", "{\"fractions\": \"round\"}");
    Amount total = rounded.read("total", Amount.class);
    assertThat(total.gross()).as("what the shop says is due").isEqualByComparingTo("198.34");
    assertThat(total.tax()).isEqualByComparingTo("30.88");
    assertThat(TranslatedOrder.sum(rounded.lines())).isEqualTo(total);
    assertThat(rounded.lines())
        .allSatisfy(l -> assertThat(l.amount().gross().scale()).isEqualTo(2));
  }

  @Test
  void whatRoundingLeavesIsALineOfItsOwn() {
    ObjectNode order = (ObjectNode) Recorded.order("n0-odd-cents-qty");
    ((ObjectNode) order.path("items").path(0))
        .put("row_total_incl_tax", new java.math.BigDecimal("27.735"));
    order.put("grand_total", new java.math.BigDecimal("198.33"));
    TranslatedOrder rounded =
        new TranslatedOrder(order, ModelJson.parse("{\"fractions\": \"round\"}"));
    assertThat(rounded.lines().getLast().kind()).isEqualTo(LineKind.FEE);
    assertThat(rounded.lines().getLast().amount().gross()).isEqualByComparingTo("-0.01");
  }

  @Test
  void whatTheLinesDoNotExplainHoldsTheOrder() {
    ObjectNode order = (ObjectNode) Recorded.order("n-mixed-tax");
    order.put("grand_total", new java.math.BigDecimal("322.06"));
    assertThatThrownBy(() -> new TranslatedOrder(order).lines())
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("grand_total")
        .hasMessageContaining("332.06")
        .hasMessageContaining("store credit");
  }

  @Test
  void aForeignOrderIsReadInEitherCurrency() {
    TranslatedOrder paid = order("n-usd", "{}");
    assertThat(paid.read("currency", String.class)).isEqualTo("USD");
    assertThat(paid.read("currencyFactor", java.math.BigDecimal.class))
        .isEqualByComparingTo("1.0837");
    TranslatedOrder base = order("n-usd", "{\"currency\": \"base\"}");
    assertThat(base.read("currency", String.class)).isEqualTo("EUR");
    assertThat(base.read("total", Amount.class).gross())
        .isEqualByComparingTo(
            Recorded.expected("n-usd").path("base_grand_total_gross").decimalValue());
    assertThat(TranslatedOrder.sum(base.lines())).isEqualTo(base.read("total", Amount.class));
  }

  @Test
  void pricesThatFitBothSidesAreNetUnlessTheSettingsSayElse() {
    assertThat(order("g-single-line", "{}").read("priceBasis", PriceBasis.class))
        .isEqualTo(PriceBasis.NET);
    TranslatedOrder gross = order("g-single-line", "{\"catalogPrices\": \"gross\"}");
    assertThat(gross.read("priceBasis", PriceBasis.class)).isEqualTo(PriceBasis.GROSS);
    assertThat(gross.goods().getFirst().unitPrice()).isEqualByComparingTo("59.90");
    assertThat(order("g-mixed-tax", "{}").read("priceBasis", PriceBasis.class))
        .isEqualTo(PriceBasis.GROSS);
    assertThat(order("n-export-ch", "{}").read("priceBasis", PriceBasis.class))
        .isEqualTo(PriceBasis.TAX_FREE);
  }

  @Test
  void aShippedBundleIsItsPartsAndWhatIsOpenStaysOpenThoughTheShopSaysComplete() {
    Delivery[] deliveries = order("n-bundle-dynamic", "{}").read("deliveries", Delivery[].class);
    assertThat(deliveries)
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.SHIPPED, DeliveryState.OPEN);
    assertThat(Arrays.stream(deliveries).map(d -> d.lines().toString()))
        .containsExactly(
            "[Line[orderLine=56, quantity=1], Line[orderLine=57, quantity=2], Line[orderLine=58, quantity=3]]",
            "[Line[orderLine=56, quantity=1], Line[orderLine=57, quantity=2], Line[orderLine=58, quantity=3],"
                + " Line[orderLine=59, quantity=1]]");
  }
}
