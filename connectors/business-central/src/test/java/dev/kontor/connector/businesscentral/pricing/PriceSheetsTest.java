package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceSheetsTest {

  private static PriceSheet sheet(Sale sale, String step, Line... lines) {
    return new PriceSheets(
            new PriceEngine(PriceModel.V16),
            sale.book(lines),
            new BigDecimal(step),
            new BigDecimal("0.01"))
        .sheet(sale.question());
  }

  private static List<String> breaks(PriceSheet sheet) {
    return sheet.breaks().stream()
        .map(b -> b.minimumQuantity().toPlainString() + " at " + b.price().toPlainString())
        .toList();
  }

  @Test
  void withoutLinesTheCardsPriceHoldsFromTheFirstPieceForGood() {
    PriceSheet sheet = sheet(new Sale(), "1");
    assertThat(breaks(sheet)).containsExactly("1 at 100.00");
    assertThat(sheet.nextChange()).isNull();
    assertThat(sheet.changesAt(ZoneId.of("Europe/Stockholm"))).isEmpty();
  }

  @Test
  void pricesAreShownAfterLineDiscountAtTheShopsPrecision() {
    PriceSheet sheet =
        sheet(
            new Sale(),
            "1",
            Line.price("9.99"),
            Line.price("8").from("10").withoutLineDiscount(),
            Line.discount("7.5"),
            Line.discount("12.5").from("5"));
    assertThat(breaks(sheet)).containsExactly("1 at 9.24", "5 at 8.74", "10 at 8.00");
  }

  @Test
  void aBreakThatChangesNothingIsLeftOut() {
    Line dearer = Line.price("95").from("10");
    assertThat(breaks(sheet(new Sale(), "1", Line.price("90"), dearer)))
        .containsExactly("1 at 90.00");
  }

  @Test
  void minimumQuantitiesInBaseUnitsBecomeWholeOrderableQuantities() {
    Sale crate = new Sale().unit("CRATE", "12");
    Line base = Line.price("9").from("30");
    assertThat(breaks(sheet(crate, "1", base))).containsExactly("1 at 1200.00", "3 at 108.00");
    assertThat(breaks(sheet(crate, "0.00001", Line.price("9").from("10"))))
        .containsExactly("0.00001 at 1200.00", "0.83334 at 108.00");
  }

  @Test
  void groupsSeeTheirPricesButNoCustomersOwn() {
    Line group = Line.price("80").of(SourceType.CUSTOMER_PRICE_GROUP, "WHOLE");
    Line off = Line.discount("10").of(SourceType.CUSTOMER_DISCOUNT_GROUP, "LARGE");
    Line own = Line.price("60").customer("C1");
    Sale sale = new Sale().to(Audience.groups("WHOLE", "LARGE"));
    assertThat(breaks(sheet(sale, "1", group, off, own))).containsExactly("1 at 72.00");
    assertThat(breaks(sheet(sale.to(Audience.ALL_CUSTOMERS), "1", group, off, own)))
        .containsExactly("1 at 100.00");
    Audience customer = Audience.customer("C1", "WHOLE", "LARGE", true);
    assertThat(breaks(sheet(sale.to(customer), "1", group, off, own)))
        .containsExactly("1 at 54.00");
  }

  @Test
  void theSheetChangesOnStartingDatesAndTheDayAfterEndingDates() {
    Line offer = Line.price("70").during("2026-03-20", "2026-03-28");
    assertThat(sheet(new Sale(), "1", offer).nextChange()).isEqualTo(day("2026-03-20"));
    assertThat(sheet(new Sale().on("2026-03-19"), "1", offer).nextChange())
        .isEqualTo(day("2026-03-20"));
    PriceSheet running = sheet(new Sale().on("2026-03-20"), "1", offer);
    assertThat(running.nextChange()).isEqualTo(day("2026-03-29"));
    assertThat(sheet(new Sale().on("2026-03-28"), "1", offer).nextChange())
        .isEqualTo(day("2026-03-29"));
    assertThat(sheet(new Sale().on("2026-03-29"), "1", offer).nextChange()).isNull();
  }

  @Test
  void aTurningDayThatChangesNoPriceIsPassedOver() {
    Line dearer = Line.price("120").customer("C1").during("2026-03-20", "2026-03-25");
    Line old = Line.price("90").during("", "2026-03-31");
    Line same = Line.price("90").during("2026-04-01", "2026-04-30");
    assertThat(sheet(new Sale(), "1", dearer, old, same).nextChange()).isEqualTo(day("2026-05-01"));
  }

  @Test
  void aNewBreakIsAChangeThoughTheFirstPriceStays() {
    Line bulk = Line.price("80").from("10").during("2026-03-20", "");
    assertThat(sheet(new Sale(), "1", bulk).nextChange()).isEqualTo(day("2026-03-20"));
  }

  @Test
  void theChangeHappensAtTheFirstMomentOfTheCompanysDay() {
    Line offer = Line.price("70").during("2026-04-24", "");
    PriceSheet sheet = sheet(new Sale(), "1", offer);
    assertThat(sheet.changesAt(ZoneId.of("Europe/Stockholm")))
        .contains(Instant.parse("2026-04-23T22:00:00Z"));
    assertThat(sheet.changesAt(ZoneId.of("Africa/Cairo")))
        .as("clocks go from 0:00 to 1:00 that night")
        .contains(Instant.parse("2026-04-23T22:00:00Z"));
  }

  @Test
  void aStepThatIsNotPositiveIsRefused() {
    assertThatThrownBy(() -> sheet(new Sale(), "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantityStep is 0");
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
