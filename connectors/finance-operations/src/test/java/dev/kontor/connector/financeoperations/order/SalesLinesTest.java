package dev.kontor.connector.financeoperations.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.financeoperations.TestSettings;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineKind;
import dev.kontor.model.LineOption;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What lines an order becomes, and that they cost what the shop charged. */
class SalesLinesTest {

  private final ObjectNode settings = TestSettings.usual("https://erp.example");
  private final SampleOrder order = SampleOrder.in(PriceBasis.GROSS);

  private List<String> lines() {
    return SalesLines.of(order.build(), settings).valueStream().map(SalesLinesTest::told).toList();
  }

  private static String told(JsonNode line) {
    return line.path("ItemNumber").asString()
        + " "
        + line.path("OrderedSalesQuantity").decimalValue().toPlainString()
        + " x "
        + line.path("SalesPrice").decimalValue().toPlainString()
        + " = "
        + line.path("LineAmount").decimalValue().toPlainString();
  }

  @Test
  void aPriceThatLeadsToTheAmountStaysAsItIs() {
    order.goods("A1", "3", "19.99", "59.97", "19").goods("A2", "2.5", "2.35", "5.88", "7");
    assertThat(lines()).containsExactly("A1 3 x 19.99 = 59.97", "A2 2.5 x 2.35 = 5.88");
  }

  @Test
  void whatWasChosenStandsInTheDescription() {
    order.chosen(new LineOption("Engraving", "For\nAda")).goods("A1", "1", "10", "10", "19");
    assertThat(SalesLines.of(order.build(), settings).path(0).path("LineDescription").asString())
        .isEqualTo("Line 0, Engraving: For / Ada");
  }

  @Test
  void whatNoPriceComesToIsSplitOverTwoLines() {
    order.goods("A1", "3", "4.00", "10.00", "19");
    assertThat(lines()).containsExactly("A1 2 x 3.33 = 6.66", "A1 1 x 3.34 = 3.34");
  }

  @Test
  void moreDecimalsKeepTheLineWhole() {
    settings.put("priceDecimals", 6);
    order.goods("A1", "3", "4.00", "10.00", "19");
    assertThat(lines()).containsExactly("A1 3 x 3.333333 = 10.00");
  }

  @Test
  void aFractionOfPiecesThatNoPriceComesToIsHeld() {
    order.goods("A1", "1000.5", "1.00", "1000.00", "19");
    assertThatThrownBy(this::lines)
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("no price of 2 decimals");
  }

  @Test
  void aPromotionIsTakenOffTheGoodsOfItsRateToTheLastCent() {
    order
        .goods("A1", "1", "10.00", "10.00", "19")
        .goods("A2", "1", "10.00", "10.00", "19")
        .goods("A3", "1", "10.00", "10.00", "19")
        .goods("B1", "1", "5.00", "5.00", "7")
        .other(LineKind.PROMOTION, order.share("-10.00", "19"), order.share("-1.00", "7"));
    assertThat(lines())
        .containsExactly(
            "A1 1 x 6.67 = 6.67", "A2 1 x 6.66 = 6.66", "A3 1 x 6.67 = 6.67", "B1 1 x 4.00 = 4.00");
  }

  @Test
  void aPromotionIsALineOfItsOwnWhereAnItemStandsForIt() {
    settings.putObject("discountLine").put("item", "RABATT");
    order
        .goods("A1", "1", "10.00", "10.00", "19")
        .other(LineKind.PROMOTION, order.share("-2.50", "19"));
    assertThat(lines()).containsExactly("A1 1 x 10.00 = 10.00", "RABATT -1 x 2.50 = -2.50");
  }

  @Test
  void moreOffThanThereIsToPayIsHeld() {
    order
        .goods("A1", "1", "10.00", "10.00", "19")
        .other(LineKind.PROMOTION, order.share("-10.01", "19"));
    assertThatThrownBy(this::lines).hasMessageContaining("only 10.00 are to pay there");
  }

  @Test
  void shippingIsAnItemForEachRateAndItsDiscountComesOffIt() {
    order
        .goods("A1", "1", "10.00", "10.00", "19")
        .other(LineKind.SHIPPING, order.share("4.00", "19"), order.share("1.00", "7"))
        .other(LineKind.SHIPPING, order.share("-3.00", "19"));
    assertThat(lines())
        .containsExactly(
            "A1 1 x 10.00 = 10.00", "FRACHT 1 x 1.00 = 1.00", "FRACHT7 1 x 1.00 = 1.00");
  }

  @Test
  void aFeeWithoutAnItemIsHeldWithTheSettingNamed() {
    order.goods("A1", "1", "10.00", "10.00", "19").other(LineKind.FEE, order.share("1.00", "19"));
    assertThatThrownBy(this::lines).hasMessageContaining("setting feeLine names no item");
  }

  @Test
  void anArticleOfSeveralRatesIsHeld() {
    order.mixed("A1", order.share("1.00", "19"), order.share("1.00", "7"));
    assertThatThrownBy(this::lines).hasMessageContaining("mixes 2 tax rates");
  }
}
