package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** How a price is brought to the sales line's tax, unit and currency: pricing.md rule 8. */
class ConversionRulesTest {

  @Test
  void rule8aAPriceWithVatOnADocumentWithoutIsDivided() {
    assertThat(new Sale().with(Line.price("125").includingVat("DOM")).unitPrice())
        .isEqualByComparingTo("100");
  }

  @Test
  void rule8aAPriceWithVatOnADocumentWithVatIsKeptIfThePercentagesAreEqual() {
    assertThat(new Sale().includingVat().with(Line.price("79.99").includingVat("DOM")).unitPrice())
        .isEqualByComparingTo("79.99");
  }

  @Test
  void rule8aAPriceWithOtherVatIsExchanged() {
    assertThat(new Sale().includingVat().with(Line.price("106").includingVat("LOW")).unitPrice())
        .isEqualByComparingTo("125");
  }

  @Test
  void rule8aAPriceWithoutVatOnADocumentWithVatIsMultiplied() {
    assertThat(new Sale().includingVat().with(Line.price("80")).unitPrice())
        .isEqualByComparingTo("100");
  }

  @Test
  void rule8aUnderReverseChargeAPriceIsOnlyDivided() {
    Sale reverse = new Sale().includingVat().taxed(TaxCalculation.REVERSE_CHARGE_VAT);
    assertThat(reverse.with(Line.price("125").includingVat("DOM")).unitPrice())
        .isEqualByComparingTo("100");
    assertThat(reverse.with(Line.price("80")).unitPrice()).isEqualByComparingTo("80");
  }

  @Test
  void rule8aAPricesReverseChargeSetupContainsNoVat() {
    Line line = Line.price("80").includingVat("REV");
    assertThat(new Sale().with(line).unitPrice()).isEqualByComparingTo("80");
    assertThat(new Sale().includingVat().with(line).unitPrice()).isEqualByComparingTo("100");
  }

  @Test
  void rule8aAPriceWithVatUnderSalesTaxIsRefused() {
    assertThatThrownBy(() -> new Sale().with(Line.price("80").includingVat("US")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sales tax setup of US and GOODS")
        .hasMessageContaining("set up the price without VAT");
  }

  @Test
  void rule8aAMissingVatPostingSetupIsNamed() {
    assertThatThrownBy(() -> new Sale().with(Line.price("80").includingVat("MARS")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("business group 'MARS' and product group 'GOODS'");
  }

  @Test
  void rule8bAPriceWithoutUnitIsForTheBaseUnit() {
    Sale crate = new Sale().unit("CRATE", "12");
    assertThat(crate.with(Line.price("9")).unitPrice()).isEqualByComparingTo("108");
    assertThat(crate.with(Line.price("99").unit("CRATE")).unitPrice()).isEqualByComparingTo("99");
  }

  @Test
  void rule8cALocalPriceIsMultipliedByTheCurrencyFactor() {
    Sale euro = new Sale().currency("EUR", "0.5");
    assertThat(euro.with(Line.price("80")).unitPrice()).isEqualByComparingTo("40");
    assertThat(euro.with(Line.price("80").currency("EUR")).unitPrice()).isEqualByComparingTo("80");
  }

  @Test
  void rule8RoundsOnceHalfAwayFromZeroAfterAllThreeSteps() {
    Sale sale = new Sale().unit("BOX", "3").currency("EUR", "0.5").rounded("0.01", "0.05");
    assertThat(sale.with(Line.price("0.85").includingVat("DOM")).unitPrice())
        .as("0.85 / 1.25 = 0.68, 2.04, 1.02; rounding between would give 1.05")
        .isEqualByComparingTo("1.00");
    assertThat(new Sale().rounded("0.01", "0.1").with(Line.price("0.25")).unitPrice())
        .isEqualByComparingTo("0.3");
    assertThat(new Sale().rounded("0.01", "0.1").with(Line.price("0.249")).unitPrice())
        .isEqualByComparingTo("0.2");
  }

  @Test
  void rule8APriceOfZeroSkipsConversion() {
    assertThat(new Sale().with(Line.price("0").includingVat("MARS")).unitPrice())
        .isEqualByComparingTo("0");
  }

  @Test
  void rule8TheCardsPriceIsConvertedAlike() {
    ItemCard card = new ItemCard("1000", new BigDecimal("125"), true, "DOM", "", true);
    Sale sale = new Sale().card(card).unit("CRATE", "12").currency("EUR", "0.5");
    assertThat(sale.with().unitPrice()).isEqualByComparingTo("600");
  }
}
