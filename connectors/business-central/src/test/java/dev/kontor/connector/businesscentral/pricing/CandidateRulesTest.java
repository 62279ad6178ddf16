package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines compete: pricing.md rules 1 to 7. */
class CandidateRulesTest {

  private static final Audience B = Audience.customer("B", "", "", true);

  @Test
  void rule1OnlyTheBillToCustomersLinesCountE28() {
    assertThat(new Sale().to(B).with(Line.price("10").customer("A")).unitPrice())
        .isEqualByComparingTo("100");
    assertThat(new Sale().to(B).with(Line.price("20").customer("B")).unitPrice())
        .isEqualByComparingTo("20");
  }

  @Test
  void rule1TheSignOfTheQuantityDoesNotMatter() {
    PriceAnswer answer = new Sale().quantity("-10").with(Line.price("80").from("10"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("80");
    assertThat(answer.lineAmount()).isEqualByComparingTo("-800");
  }

  @Test
  void rule1TheBillToContactsLinesCount() {
    Audience withContact = new Audience("C1", "CT1", "", "", true, List.of(), List.of());
    Line ofContact = Line.priceAndDiscount("50", "3").of(SourceType.CONTACT, "CT1");
    PriceAnswer answer = new Sale().to(withContact).with(ofContact);
    assertThat(answer.unitPrice()).isEqualByComparingTo("50");
    assertThat(answer.lineDiscountPercent()).isEqualByComparingTo("3");
  }

  @Test
  void rule2InvoicesArePricedAsOfThePostingDateOthersAsOfTheOrderDate() {
    LocalDate posting = LocalDate.parse("2026-03-20");
    LocalDate order = LocalDate.parse("2026-03-10");
    LocalDate today = LocalDate.parse("2026-03-15");
    DocumentDates dates = new DocumentDates(posting, order, null, today);
    DocumentDates blank = new DocumentDates(null, null, null, today);
    for (var type : DocumentDates.DocumentType.values()) {
      boolean posted =
          type == DocumentDates.DocumentType.INVOICE
              || type == DocumentDates.DocumentType.CREDIT_MEMO;
      assertThat(dates.priceDate(type)).as(type.name()).isEqualTo(posted ? posting : order);
      assertThat(blank.priceDate(type)).as(type.name()).isEqualTo(today);
    }
  }

  @Test
  void rule2AnApiOrdersOrderDateIsTheDocumentDateAndPricesNothingE30() {
    LocalDate today = LocalDate.parse("2026-03-15");
    DocumentDates order = new DocumentDates(today, today, LocalDate.parse("2026-02-15"), today);
    LocalDate date = order.priceDate(DocumentDates.DocumentType.ORDER);
    Line lastMonth = Line.price("70").during("2026-02-01", "2026-02-28");
    assertThat(new Sale().on(date.toString()).with(lastMonth).unitPrice())
        .isEqualByComparingTo("100");
  }

  @Test
  void rule3TheHeadersCampaignIsTheOnlyOne() {
    Audience target = new Audience("C1", "", "", "", true, List.of("SPRING"), List.of("FAIR"));
    Line spring = Line.price("60").of(SourceType.CAMPAIGN, "SPRING");
    Line summer = Line.price("70").of(SourceType.CAMPAIGN, "SUMMER");
    Line fair = Line.price("50").of(SourceType.CAMPAIGN, "FAIR");
    Sale sale = new Sale().to(target);
    assertThat(sale.with(spring, summer, fair).unitPrice()).isEqualByComparingTo("60");
    assertThat(sale.campaign("SUMMER").with(spring, summer, fair).unitPrice())
        .isEqualByComparingTo("70");
  }

  @Test
  void rule3TheContactsCompanyIsAskedOnlyIfTheCustomerHasNoCampaign() {
    Audience target = new Audience("C1", "", "", "", true, List.of(), List.of("FAIR"));
    Line fair = Line.price("50").of(SourceType.CAMPAIGN, "FAIR");
    assertThat(new Sale().to(target).with(fair).unitPrice()).isEqualByComparingTo("50");
  }

  @Test
  void rule4BothDatesAreIncluded() {
    Line march = Line.price("70").during("2026-03-10", "2026-03-20");
    assertThat(new Sale().on("2026-03-09").with(march).unitPrice()).isEqualByComparingTo("100");
    assertThat(new Sale().on("2026-03-10").with(march).unitPrice()).isEqualByComparingTo("70");
    assertThat(new Sale().on("2026-03-20").with(march).unitPrice()).isEqualByComparingTo("70");
    assertThat(new Sale().on("2026-03-21").with(march).unitPrice()).isEqualByComparingTo("100");
  }

  @Test
  void rule4OtherCurrencyUnitOrVariantIsNoCandidate() {
    Line dollars = Line.price("1").currency("USD");
    Line crates = Line.price("2").unit("CRATE");
    Line red = Line.price("3").variant("RED");
    assertThat(new Sale().with(dollars, crates, red).unitPrice()).isEqualByComparingTo("100");
    assertThat(new Sale().currency("USD", "2").with(dollars).unitPrice()).isEqualByComparingTo("1");
    assertThat(new Sale().unit("CRATE", "12").with(crates).unitPrice()).isEqualByComparingTo("2");
    assertThat(new Sale().variant("RED").with(red).unitPrice()).isEqualByComparingTo("3");
  }

  @Test
  void rule4APriceAndDiscountLineTakesPartInBothSearches() {
    PriceAnswer answer = new Sale().with(Line.priceAndDiscount("80", "15"));
    assertThat(answer.unitPrice()).isEqualByComparingTo("80");
    assertThat(answer.lineDiscountPercent()).isEqualByComparingTo("15");
  }

  @Test
  void rule4OtherItemsGroupsAndAssetsAreNoCandidates() {
    Line other = Line.price("1").on(PriceAsset.item("2000"));
    Line resource = Line.price("2").on(new PriceAsset(AssetType.RESOURCE, "1000"));
    Line everything = Line.discount("5").on(new PriceAsset(AssetType.ALL, ""));
    Line chairs = Line.discount("6").on(PriceAsset.itemDiscountGroup("CHAIRS"));
    PriceAnswer answer =
        new Sale().itemDiscountGroup("FURN").with(other, resource, everything, chairs);
    assertThat(answer.unitPrice()).isEqualByComparingTo("100");
    assertThat(answer.lineDiscountPercent()).isEqualByComparingTo("0");
  }

  @Test
  void rule5AllItemsLinesAreALevelOfTheirSourceAlone() {
    Line item = Line.discount("3").customer("C1");
    Line group = Line.discount("4").customer("C1").on(PriceAsset.itemDiscountGroup("FURN"));
    Line allItems = Line.discount("20").customer("C1").on(PriceAsset.ALL_ITEMS);
    Line allItemsForAll = Line.discount("15").on(PriceAsset.ALL_ITEMS);
    Sale sale = new Sale().itemDiscountGroup("FURN");
    assertThat(sale.with(item, allItems).discountFound()).isEqualByComparingTo("3");
    assertThat(sale.with(group, allItems).discountFound()).isEqualByComparingTo("4");
    assertThat(sale.with(allItems).discountFound()).isEqualByComparingTo("20");
    assertThat(sale.with(item, allItems, allItemsForAll).discountFound())
        .as("another source's all-items line is not held back")
        .isEqualByComparingTo("15");
    assertThat(sale.with(Line.discount("3"), allItems).discountFound())
        .as("whichever source is asked first")
        .isEqualByComparingTo("20");
  }

  @Test
  void rule5ALineBelowItsMinimumQuantityStillHoldsAllItemsBack() {
    Line item = Line.discount("3").from("10");
    Line allItems = Line.discount("20").on(PriceAsset.ALL_ITEMS);
    assertThat(new Sale().with(item, allItems).discountFound()).isEqualByComparingTo("0");
  }

  @Test
  void rule5ALineOfTheOtherAmountTypeDoesNotHoldAllItemsBack() {
    Line price = Line.price("90");
    Line ended = Line.discount("3").during("", "2026-03-14");
    Line allItems = Line.discount("20").on(PriceAsset.ALL_ITEMS);
    assertThat(new Sale().with(price, ended, allItems).discountFound()).isEqualByComparingTo("20");
  }

  @Test
  void rule6ACustomersOwnPriceHasNoPrecedence() {
    Line own = Line.price("98").customer("C1");
    assertThat(new Sale().with(own, Line.price("95")).unitPrice()).isEqualByComparingTo("95");
    assertThat(new Sale().with(own, Line.price("99")).unitPrice()).isEqualByComparingTo("98");
  }

  @Test
  void rule7WithoutUnitTheMinimumIsInBaseUnitsElseInTheLinesUnit() {
    Line base = Line.price("1").from("24");
    Line crate = Line.price("5").unit("CRATE").from("3");
    Sale sale = new Sale().unit("CRATE", "12");
    assertThat(sale.quantity("1.99999").with(base, crate).unitPrice())
        .as("23.99988 pieces, the card's price for a crate")
        .isEqualByComparingTo("1200");
    assertThat(sale.quantity("2").with(base, crate).unitPrice()).isEqualByComparingTo("12");
    assertThat(sale.quantity("3").with(base, crate).unitPrice()).isEqualByComparingTo("5");
  }
}
