package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.businesscentral.totals.Rounding;
import dev.kontor.connector.businesscentral.totals.SalesDocument;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SalesLinesTest {

  private final JsonNode settings = FakeService.configuration("{}").json();

  @Test
  void goodsKeepTheirPriceWhereItGivesTheAmount() {
    JsonNode line = lines(gross().goods("A", "3", "19.99", "59.97", "19").build()).get(0);
    assertThat(line.toString())
        .isEqualTo(
            "{\"lineType\":\"Item\",\"lineObjectNumber\":\"A\",\"description\":\"Line 0\","
                + "\"taxPercent\":19,\"quantity\":3,\"unitPrice\":19.99}");
  }

  @Test
  void aLineDiscountTravelsAsAnAmount() {
    JsonNode line = lines(gross().goods("A", "3", "19.99", "49.97", "19").build()).get(0);
    assertThat(line.path("unitPrice").decimalValue()).isEqualByComparingTo("19.99");
    assertThat(line.path("discountAmount").decimalValue()).isEqualByComparingTo("10.00");
  }

  @Test
  void aHundredPercentDiscountKeepsThePrice() {
    JsonNode line = lines(gross().goods("A", "2", "10", "0", "19").build()).get(0);
    assertThat(line.path("discountAmount").decimalValue()).isEqualByComparingTo("20.00");
    assertThat(line.path("unitPrice").decimalValue()).isEqualByComparingTo("10");
  }

  @Test
  void aNetPriceRoundedTooLowGetsMoreDecimals() {
    Order order = SampleOrder.in(PriceBasis.NET).goods("A", "7", "0.28", "1.99", "19").build();
    JsonNode line = lines(order).get(0);
    assertThat(line.path("unitPrice").decimalValue()).isEqualByComparingTo("0.284");
    assertThat(amount(line)).isEqualByComparingTo("1.99");
  }

  @Test
  void aPromotionOverSeveralRatesIsSplit() {
    SampleOrder orders =
        gross().goods("A", "1", "100", "100", "19").goods("B", "1", "50", "50", "7");
    Order order =
        orders
            .other(LineKind.PROMOTION, orders.share("-6.67", "19"), orders.share("-3.33", "7"))
            .other(LineKind.SHIPPING, orders.share("3.27", "19"), orders.share("1.63", "7"))
            .other(LineKind.SHIPPING, orders.share("-1.63", "7"))
            .build();
    JsonNode lines = lines(order);
    assertThat(lines.valueStream().map(line -> line.path("lineObjectNumber").asString()).toList())
        .containsExactly("A", "B", "8730", "8730", "8400", "8300", "8300");
    assertThat(lines.get(2).path("unitPrice").decimalValue()).isEqualByComparingTo("-6.67");
    assertThat(lines.get(3).path("taxPercent").decimalValue()).isEqualByComparingTo("7");
    assertThat(lines.get(6).path("quantity").decimalValue()).isEqualByComparingTo("1");
    assertThat(sum(lines)).isEqualByComparingTo(order.total().gross());
  }

  @Test
  void freeShippingLeavesNoLine() {
    SampleOrder orders = gross().goods("A", "1", "10", "10", "19");
    assertThat(lines(orders.other(LineKind.SHIPPING, orders.share("0", "19")).build())).hasSize(1);
  }

  @Test
  void sixtyLinesOfOddPricesAddUpToTheCent() {
    for (PriceBasis basis : PriceBasis.values()) {
      SampleOrder orders = SampleOrder.in(basis);
      List<String> amounts = new ArrayList<>();
      for (int i = 1; i <= 60; i++) {
        BigDecimal amount = new BigDecimal(i * 137 % 9973).movePointLeft(2);
        amounts.add(amount.toPlainString());
        BigDecimal price = new BigDecimal(i * 41 % 977).movePointLeft(3);
        String quantity = Integer.toString(1 + i % 7);
        orders.goods("S" + i, quantity, price.toPlainString(), amounts.getLast(), "19");
      }
      Order order = orders.build();
      JsonNode lines = lines(order);
      for (int i = 0; i < 60; i++) {
        assertThat(amount(lines.get(i))).as(basis + " " + i).isEqualByComparingTo(amounts.get(i));
      }
      assertThat(sum(lines)).isEqualByComparingTo(order.total().on(basis));
    }
  }

  @Test
  void aCurrencyWithoutDecimalsRoundsToUnits() {
    Order order = gross().currency("JPY").goods("A", "3", "333.4", "1000", "10").build();
    assertThat(lines(order).get(0).path("unitPrice").decimalValue()).isEqualByComparingTo("333.4");
    assertThat(lines(order).get(0).has("discountAmount")).isFalse();
  }

  @Test
  void anUnsetAccountIsNamed() {
    SampleOrder orders = gross();
    Order order = orders.other(LineKind.FEE, orders.share("1.90", "19")).build();
    assertThatThrownBy(() -> lines(order))
        .hasMessageContaining("lines[0]")
        .hasMessageContaining("feeLine");
  }

  @Test
  void aGiftCardIsALiability() {
    SampleOrder orders = gross();
    Order order = orders.other(LineKind.GIFT_CARD, orders.share("25", "0")).build();
    assertThat(lines(order).get(0).path("lineObjectNumber").asString()).isEqualTo("1600");
  }

  @Test
  void goodsThatMixRatesOrLackANumberAreRefused() {
    SampleOrder orders = gross();
    Order mixed = orders.mixed("A", orders.share("1", "19"), orders.share("1", "7")).build();
    assertThatThrownBy(() -> lines(mixed)).hasMessageContaining("lines[0].taxes");
    Order nameless = gross().other(LineKind.GOODS, orders.share("1", "19")).build();
    assertThatThrownBy(() -> lines(nameless)).hasMessageContaining("lines[0].sku");
  }

  @Test
  void descriptionsAreCutBetweenCharacters() {
    assertThat(Texts.cut("x".repeat(99) + "😀", 100)).isEqualTo("x".repeat(99));
    assertThat(Texts.cut("Größe", 100)).isEqualTo("Größe");
  }

  private static SampleOrder gross() {
    return SampleOrder.in(PriceBasis.GROSS);
  }

  private JsonNode lines(Order order) {
    return SalesLines.apply(List.of(ModelJson.tree(order), settings));
  }

  private static BigDecimal amount(JsonNode line) {
    return Rounding.NEAREST
        .round(
            Json.number(line, "quantity").multiply(Json.number(line, "unitPrice")),
            SalesDocument.CENT)
        .subtract(Json.number(line, "discountAmount"));
  }

  private static BigDecimal sum(JsonNode lines) {
    return lines.valueStream().map(SalesLinesTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
