package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the legacy calculation does otherwise: pricing.md, Legacy engine (V15) differences. */
class LegacyRulesTest {

  private static final Sale EURO_RED = new Sale().currency("EUR", "0.5").variant("RED");

  @Test
  void aGainInCurrencyOrVariantReplacesTheBestEvenIfItLosesTheOtherE11a() {
    Line red = Line.price("80").variant("RED");
    Line euro = Line.price("45").currency("EUR");
    assertThat(EURO_RED.with(red, euro).unitPrice()).isEqualByComparingTo("40");
    assertThat(EURO_RED.withLegacy(red, euro).unitPrice())
        .as("a blank currency comes first in the table's key")
        .isEqualByComparingTo("45");
    assertThat(EURO_RED.withLegacy(red.during("2026-01-01", ""), euro).unitPrice())
        .as("a blank starting date comes before currencies")
        .isEqualByComparingTo("40");
  }

  @Test
  void theSameHoldsForDiscounts() {
    Line red = Line.discount("20").variant("RED");
    Line euro = Line.discount("5").currency("EUR");
    assertThat(EURO_RED.with(red, euro).lineDiscountPercent()).isEqualByComparingTo("20");
    assertThat(EURO_RED.withLegacy(red, euro).lineDiscountPercent()).isEqualByComparingTo("5");
  }

  @Test
  void aPriceOfZeroCountsAsNoneYetE18() {
    Line ownZero = Line.price("0").customer("C1");
    assertThat(new Sale().withLegacy(Line.price("95"), ownZero).unitPrice())
        .as("customers come before all customers")
        .isEqualByComparingTo("95");
    Line campaignZero = Line.price("0").of(SourceType.CAMPAIGN, "SPRING");
    Audience target = new Audience("C1", "", "", "", true, List.of("SPRING"), List.of());
    assertThat(new Sale().to(target).withLegacy(Line.price("95"), campaignZero).unitPrice())
        .as("campaigns come last")
        .isEqualByComparingTo("0");
  }

  @Test
  void aContactHasNoPricesOfItsOwnButFindsCampaigns() {
    Audience contact = new Audience("C1", "CT1", "", "", true, List.of(), List.of("FAIR"));
    Line own = Line.price("10").of(SourceType.CONTACT, "CT1");
    Line fair = Line.price("50").of(SourceType.CAMPAIGN, "FAIR");
    assertThat(new Sale().to(contact).withLegacy(own, fair).unitPrice()).isEqualByComparingTo("50");
  }

  @Test
  void theHeadersCampaignIsNotAsked() {
    Line summer = Line.price("50").of(SourceType.CAMPAIGN, "SUMMER");
    assertThat(new Sale().campaign("SUMMER").withLegacy(summer).unitPrice())
        .isEqualByComparingTo("100");
  }

  @Test
  void thereIsNoLineForAllItems() {
    Line allItems = Line.discount("20").on(PriceAsset.ALL_ITEMS);
    assertThat(new Sale().withLegacy(allItems).lineDiscountPercent()).isEqualByComparingTo("0");
  }

  @Test
  void theRankingLooksAtThePricesOwnFlagOnly() {
    Line net = Line.price("90").withoutLineDiscount();
    PriceAnswer answer =
        new Sale()
            .to(Audience.customer("C1", "", "", false))
            .withLegacy(Line.price("95"), net, Line.discount("10"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("95");
  }

  @Test
  void theRestIsAlike() {
    Sale sale = new Sale().itemDiscountGroup("FURN").unit("CRATE", "12");
    PriceAnswer answer =
        sale.withLegacy(
            Line.price("9").from("12"),
            Line.price("8").from("13"),
            Line.discount("10").on(PriceAsset.itemDiscountGroup("FURN")));
    assertThat(answer.unitPrice()).isEqualByComparingTo("108");
    assertThat(answer.lineAmount()).isEqualByComparingTo("97.20");
    assertThat(sale.withLegacy().unitPrice()).isEqualByComparingTo("1200");
  }
}
