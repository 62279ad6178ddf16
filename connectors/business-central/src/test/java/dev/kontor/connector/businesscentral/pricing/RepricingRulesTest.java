package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that already have a price: pricing.md rule 12 and E29, E31, E32. */
class RepricingRulesTest {

  private static PriorPrice changed(PriorPrice.Field field) {
    return new PriorPrice.OnLine(new BigDecimal("77"), field);
  }

  @ParameterizedTest
  @CsvSource({"QUANTITY, 77", "VARIANT, 77", "UNIT_OF_MEASURE, 100", "ITEM, 100"})
  void rule12WithoutAnyLineQuantityAndVariantLeaveThePriceAloneE29(
      PriorPrice.Field field, String price) {
    assertThat(new Sale().after(changed(field)).with().unitPrice()).isEqualByComparingTo(price);
  }

  @Test
  void rule12LinesBelowTheirMinimumResetThePriceToTheCards() {
    PriceAnswer answer =
        new Sale().after(changed(PriorPrice.Field.QUANTITY)).with(Line.price("80").from("10"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("100");
    assertThat(answer.origin()).isEqualTo(PriceOrigin.ITEM_CARD);
  }

  @Test
  void rule12APriceLeftAloneIsDiscountedAnew() {
    PriceAnswer answer =
        new Sale().after(changed(PriorPrice.Field.QUANTITY)).with(Line.discount("10"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("77");
    assertThat(answer.lineAmount()).isEqualByComparingTo("69.30");
    assertThat(answer.origin()).isEqualTo(PriceOrigin.LEFT_ALONE);
  }

  @Test
  void aLineCopiedFromAPostedInvoiceIsOnlyScaledByItsUnitE31() {
    PriceAnswer answer =
        new Sale()
            .unit("CRATE", "12")
            .after(
                new PriorPrice.FromPostedDocument(
                    new BigDecimal("50"), new BigDecimal("4"), new BigDecimal("5")))
            .with(Line.price("1"), Line.discount("30"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("120");
    assertThat(answer.lineDiscountPercent()).isEqualByComparingTo("4");
    assertThat(answer.lineAmount()).isEqualByComparingTo("115.20");
    assertThat(answer.origin()).isEqualTo(PriceOrigin.POSTED_DOCUMENT);
  }

  @Test
  void aLineOfABlanketOrderCopiesPriceAndDiscountE32() {
    PriceAnswer answer =
        new Sale()
            .quantity("2")
            .after(new PriorPrice.FromBlanketOrder(new BigDecimal("60"), new BigDecimal("5")))
            .with(Line.price("1"), Line.discount("30"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("60");
    assertThat(answer.lineAmount()).isEqualByComparingTo("114");
    assertThat(answer.origin()).isEqualTo(PriceOrigin.BLANKET_ORDER);
  }
}
