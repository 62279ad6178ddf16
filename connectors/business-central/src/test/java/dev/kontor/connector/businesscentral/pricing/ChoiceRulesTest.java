package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Which candidate wins and what follows from it: pricing.md rules 9 to 14. */
class ChoiceRulesTest {

  private static final Audience NO_DISCOUNT = Audience.customer("C1", "", "", false);

  @Test
  void rule9TheHighestDiscountIsKept() {
    PriceAnswer answer =
        new Sale().with(Line.discount("5"), Line.discount("12.5"), Line.discount("10"));
    assertThat(answer.lineDiscountPercent()).isEqualByComparingTo("12.5");
  }

  @Test
  void rule10TheDiscountFoundDecidesBetweenPrices() {
    Line net = Line.price("90").withoutLineDiscount();
    assertThat(new Sale().with(Line.price("95"), net, Line.discount("10")).unitPrice())
        .isEqualByComparingTo("95");
    assertThat(new Sale().with(Line.price("95"), net, Line.discount("5")).unitPrice())
        .isEqualByComparingTo("90");
  }

  @Test
  void rule10ASalesLineWithoutLineDiscountRanksByThePricesAlone() {
    Line net = Line.price("90").withoutLineDiscount();
    PriceAnswer answer =
        new Sale().to(NO_DISCOUNT).with(Line.price("95"), net, Line.discount("10"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("90");
  }

  @Test
  void rule10TheFirstOfEqualPricesWins() {
    Line first = Line.price("90").at("A", 20000).withoutInvoiceDiscount();
    Line second = Line.price("90").at("B", 10000);
    PriceAnswer answer = new Sale().with(second, first);
    assertThat(answer.allowInvoiceDiscount()).isFalse();
    assertThat(answer.prices().getFirst().line().key()).hasToString("A/20000");
  }

  @Test
  void rule11ACurrencyOrVariantReplacesACheaperLineWithout() {
    Sale sale = new Sale().currency("EUR", "0.5").variant("RED");
    Line cheap = Line.price("1");
    assertThat(sale.with(cheap, Line.price("45").currency("EUR")).unitPrice())
        .isEqualByComparingTo("45");
    assertThat(sale.with(Line.price("45").currency("EUR"), cheap).unitPrice())
        .as("whichever comes first")
        .isEqualByComparingTo("45");
    assertThat(sale.with(cheap, Line.price("100").variant("RED")).unitPrice())
        .isEqualByComparingTo("50");
  }

  @Test
  void rule11WhereOneIsGainedAndTheOtherLostAmountsDecideE11() {
    Sale sale = new Sale().currency("EUR", "0.5").variant("RED");
    Line euro = Line.price("45").currency("EUR");
    assertThat(sale.with(euro, Line.price("100").variant("RED")).unitPrice())
        .isEqualByComparingTo("45");
    assertThat(sale.with(euro, Line.price("80").variant("RED")).unitPrice())
        .isEqualByComparingTo("40");
  }

  @Test
  void rule11ThreeMixedLinesDependOnTheirOrderE33() {
    Sale sale = new Sale().currency("EUR", "1").variant("RED");
    Line plain = Line.price("10");
    Line euro = Line.price("12").currency("EUR");
    Line red = Line.price("9").variant("RED");
    assertThat(sale.with(plain, euro, red).unitPrice()).isEqualByComparingTo("9");
    assertThat(sale.with(euro, plain, red).unitPrice()).isEqualByComparingTo("9");
    Line dearRed = Line.price("13").variant("RED");
    assertThat(sale.with(plain, euro, dearRed).unitPrice()).isEqualByComparingTo("12");
    assertThat(sale.with(dearRed, plain, euro).unitPrice()).isEqualByComparingTo("12");
  }

  @Test
  void rule11HoldsForDiscountsToo() {
    Sale red = new Sale().variant("RED");
    Line wide = Line.discount("20");
    Line narrow = Line.discount("5").variant("RED");
    assertThat(red.with(wide, narrow).lineDiscountPercent()).isEqualByComparingTo("5");
    assertThat(red.with(narrow, wide).lineDiscountPercent()).isEqualByComparingTo("5");
  }

  @Test
  void rule12WithoutQualifyingLineTheCardsPriceIsDiscounted() {
    PriceAnswer answer = new Sale().with(Line.price("80").from("10"), Line.discount("10"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("100");
    assertThat(answer.origin()).isEqualTo(PriceOrigin.ITEM_CARD);
    assertThat(answer.lineAmount()).isEqualByComparingTo("90");
  }

  @Test
  void rule13TheWinningLinesFlagReplacesTheSalesLines() {
    Line discount = Line.discount("10");
    Line allows = Line.price("90");
    Line forbids = Line.price("90").withoutLineDiscount();
    assertThat(new Sale().to(NO_DISCOUNT).with(forbids, discount).lineDiscountPercent())
        .as("T162")
        .isEqualByComparingTo("0");
    assertThat(new Sale().with(forbids, discount).lineDiscountPercent())
        .as("T163")
        .isEqualByComparingTo("0");
    assertThat(new Sale().to(NO_DISCOUNT).with(allows, discount).lineDiscountPercent())
        .as("T164")
        .isEqualByComparingTo("10");
    assertThat(new Sale().with(allows, discount).lineDiscountPercent())
        .as("T165")
        .isEqualByComparingTo("10");
  }

  @Test
  void rule13WithTheCardsPriceTheCustomersFlagStays() {
    Line discount = Line.discount("10");
    PriceAnswer forbidden = new Sale().to(NO_DISCOUNT).with(discount);
    assertThat(forbidden.lineDiscountPercent()).as("T160").isEqualByComparingTo("0");
    assertThat(forbidden.discountFound()).isEqualByComparingTo("10");
    assertThat(new Sale().with(discount).lineDiscountPercent())
        .as("T161")
        .isEqualByComparingTo("10");
  }

  @Test
  void rule13InvoiceDiscountIsTheWinnersOrTheCards() {
    assertThat(new Sale().with(Line.price("90").withoutInvoiceDiscount()).allowInvoiceDiscount())
        .isFalse();
    ItemCard card = new ItemCard("1000", BigDecimal.TEN, false, "", "", false);
    assertThat(new Sale().card(card).with(Line.price("90")).allowInvoiceDiscount()).isTrue();
    assertThat(new Sale().card(card).with().allowInvoiceDiscount()).isFalse();
  }

  @Test
  void rule14AmountsAreRoundedOneAfterTheOther() {
    PriceAnswer answer =
        new Sale()
            .quantity("3")
            .rounded("0.05", "0.001")
            .with(Line.price("0.675"), Line.discount("50"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("0.675");
    assertThat(answer.lineDiscountAmount())
        .as("3 x 0.675 = 2.025 is 2.05, half of it 1.025 is 1.05")
        .isEqualByComparingTo("1.05");
    assertThat(answer.lineAmount()).isEqualByComparingTo("1.00");
  }
}
