package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhyThisPriceTest {

  @Test
  void everyLineThatHadAChanceHasItsVerdict() {
    Audience audience = Audience.customer("C1", "WHOLE", "LARGE", true);
    PriceAnswer answer =
        new Sale()
            .to(audience)
            .with(
                Line.price("95"),
                Line.price("98").customer("C1"),
                Line.price("10").status(PriceStatus.DRAFT),
                Line.price("11").during("2026-04-01", ""),
                Line.price("12").during("", "2026-03-14"),
                Line.price("13").currency("USD"),
                Line.price("14").unit("CRATE"),
                Line.price("15").variant("RED"),
                Line.price("16").of(SourceType.CUSTOMER_DISCOUNT_GROUP, "LARGE"),
                Line.price("17").from("2"),
                Line.price("18").customer("C2"));
    assertThat(answer.prices())
        .extracting(Candidate::verdict)
        .as("another customer's line had none")
        .containsExactly(
            Verdict.WON,
            Verdict.NOT_ACTIVE,
            Verdict.NOT_STARTED,
            Verdict.ENDED,
            Verdict.OTHER_CURRENCY,
            Verdict.OTHER_UNIT_OF_MEASURE,
            Verdict.OTHER_VARIANT,
            Verdict.SOURCE_CANNOT_CARRY,
            Verdict.NOT_BETTER,
            Verdict.BELOW_MINIMUM_QUANTITY);
  }

  @Test
  void theExplanationNamesWhatBeatWhat() {
    PriceAnswer answer =
        new Sale()
            .variant("RED")
            .with(
                Line.price("70"),
                Line.price("75").variant("RED").withoutLineDiscount(),
                Line.discount("3"),
                Line.discount("20").on(PriceAsset.ALL_ITEMS));
    assertThat(answer.why())
        .containsExactly(
            "unit price 75.00000 from PRICE_LIST",
            "price: LIST/20000 (ALL_CUSTOMERS) with 75.00000 wins",
            "price: LIST/10000 (ALL_CUSTOMERS) with 70.00000 lacks a currency or variant that the"
                + " better line has (LIST/20000)",
            "line discount 0 %",
            "the discount of 3 % is not allowed here",
            "discount: LIST/30000 (ALL_CUSTOMERS) with 3 wins",
            "discount: LIST/40000 (ALL_CUSTOMERS) is for all items, and the same source has lines"
                + " for this item");
  }
}
