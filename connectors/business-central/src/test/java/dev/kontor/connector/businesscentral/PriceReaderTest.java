package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.ModelJson;
import dev.kontor.model.Price;
import dev.kontor.model.PriceSheet;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * What articles cost whom, and when that is told; how a price is found is the engine's own test.
 */
class PriceReaderTest {

  private final PriceService service = new PriceService();

  @Test
  void quantityBreaksDiscountsAndAudiencesAreSheetsOfOneArticle() {
    service
        .line("10", "A", "All_x0020_Customers", "", "95", "")
        .line(
            "20", "A", "Customer_x0020_Price_x0020_Group", "WHOLE", "90", "\"minimumQuantity\":10")
        .discount("30", "A", "Customer", "C1", "10");
    Price price = read(AUDIENCES, "A");
    assertThat(price.asOf()).isEqualTo(LocalDate.of(2026, 3, 15));
    PriceSheet everybody = sheet(price, PriceSheet.Kind.EVERYBODY);
    assertThat(everybody.taxRate()).isEqualByComparingTo("19");
    assertThat(everybody.breaks().getFirst().price().gross()).isEqualByComparingTo("113.05");
    assertThat(everybody.breaks().getFirst().price().tax()).isEqualByComparingTo("18.05");
    PriceSheet group = sheet(price, PriceSheet.Kind.CUSTOMER_GROUP);
    assertThat(group.breaks())
        .extracting(step -> step.from().toPlainString())
        .containsExactly("1", "10");
    assertThat(group.breaks().getLast().price().net()).isEqualByComparingTo("90");
    PriceSheet customer = sheet(price, PriceSheet.Kind.CUSTOMER);
    assertThat(customer.breaks().getFirst().price().net()).isEqualByComparingTo("85.5");
    assertThat(Objects.requireNonNull(customer.breaks().getFirst().listPrice()).net())
        .isEqualByComparingTo("95");
  }

  @Test
  void anAudienceThatPaysWhatEverybodyPaysNeedsNoSheet() {
    String gross = AUDIENCES.replace("\"basis\":\"net\",", "");
    assertThat(read(gross, "A").sheets())
        .extracting(sheet -> sheet.audience().kind())
        .containsExactly(PriceSheet.Kind.EVERYBODY);
  }

  @Test
  void aForeignCurrencyTakesTheRateOfTheDay() {
    service.with(
        "currencyExchangeRates",
        """
        [{"currencyCode":"CHF","startingDate":"2026-03-01","exchangeRateAmount":94,
          "relationalExchangeRateAmount":100}]""");
    Price price = read("{\"currencies\":[\"CHF\"],\"basis\":\"net\"}", "A");
    assertThat(price.sheets().getFirst().currency()).isEqualTo("CHF");
    assertThat(price.sheets().getFirst().breaks().getFirst().price().net())
        .isEqualByComparingTo("94");
  }

  @Test
  void withoutTheAppTheItemCardIsThePrice() {
    service.uninstall();
    Price price = read("{\"basis\":\"net\"}", "A");
    assertThat(price.sheets().getFirst().breaks().getFirst().price().net())
        .isEqualByComparingTo("100");
  }

  @Test
  void companiesOnSalesPricesAreReadFromThere() {
    service
        .app("pricingSetups", "[{\"salesPricesEnabled\":false}]")
        .app(
            "legacySalesPrices",
            """
            [{"id":"p1","salesType":"All_x0020_Customers","itemNumber":"A","unitPrice":80}]""")
        .line("10", "A", "All_x0020_Customers", "", "70", "");
    assertThat(
            read("{\"basis\":\"net\"}", "A").sheets().getFirst().breaks().getFirst().price().net())
        .isEqualByComparingTo("80");
  }

  @Test
  void anArticleThatCannotBePricedSaysWhyAndWhatToDo() {
    Document odd = reader("{}").fetch(List.of("ODD")).getFirst();
    assertThatThrownBy(
            () ->
                Objects.requireNonNull(Functions.all().get("priceSheets"))
                    .apply(List.of(Objects.requireNonNull(odd.content()))))
        .isInstanceOfSatisfying(
            FaultException.class,
            thrown ->
                assertThat(thrown.fault())
                    .isInstanceOfSatisfying(
                        Fault.Invalid.class,
                        invalid ->
                            assertThat(invalid.problem())
                                .contains("INLAND", "X", "item ODD", "complete it")));
  }

  /** In Berlin the clocks went forward that night: midnight is 23:00 before and 22:00 after. */
  @Test
  void aPriceBeginsAndEndsAtTheCompanysMidnightAlsoOnNightsOfClockChange() {
    service.line("10", "A", "All_x0020_Customers", "", "70", dates("2026-03-29", "2026-03-29"));
    service.now = Instant.parse("2026-03-28T22:59:59Z");
    Price before = read("{}", "A");
    assertThat(before.changesOn()).isEqualTo(LocalDate.of(2026, 3, 29));
    Cursor at = follow(reader("{}"), null);
    assertThat(told(at)).isEmpty();
    service.now = Instant.parse("2026-03-28T23:00:00Z");
    assertThat(told(at)).contains("A");
    at = follow(reader("{}"), at);
    service.now = Instant.parse("2026-03-29T21:59:59Z");
    assertThat(told(at)).isEmpty();
    service.now = Instant.parse("2026-03-29T22:00:00Z");
    assertThat(told(at)).contains("A");
  }

  @Test
  void deletedLinesAndSettingsThatChangedAreNoticedAlsoAfterARestart() {
    service.line("10", "A", "All_x0020_Customers", "", "70", "");
    Cursor at = follow(reader("{}"), null);
    service.lines.clear();
    assertThat(told(at)).contains("A");
    at = follow(reader("{}"), at);
    assertThat(reader("{\"precision\":\"1\"}").changes(at, 100).documents())
        .as("59.50 is 60 now")
        .extracting(Document::id)
        .contains("B");
  }

  @Test
  void aQuietRoundIsTwoCallsAndPricesAreFetchedWithNoMore() {
    PriceReader reader = reader("{}");
    Cursor at = follow(reader, null);
    int calls = service.calls();
    assertThat(reader.changes(at, 100).documents()).isEmpty();
    assertThat(service.calls() - calls)
        .as("news, and as this service counts nothing, keys")
        .isLessThanOrEqualTo(6);
    calls = service.calls();
    assertThat(reader.fetch(List.of("A", "B", "TEE-RED"))).hasSize(3);
    assertThat(service.calls() - calls).isLessThanOrEqualTo(6);
  }

  /** A card that changed was read already when the service failed at the keys of another table. */
  @Test
  void aChangeReadBeforeACallFailedIsToldWhenItAnswersAgain() {
    PriceReader reader = reader("{}");
    Cursor at = follow(reader, null);
    service.cardOfA("120");
    service.withoutKeys = "itemVariants";
    assertThatThrownBy(() -> reader.changes(at, 100)).isInstanceOf(FaultException.class);
    service.withoutKeys = null;
    assertThat(reader.changes(at, 100).documents()).extracting(Document::id).contains("A");
  }

  @Test
  void variantsAreArticlesOfTheirOwnWithTheirItemAsParent() {
    service.line("10", "TEE", "All_x0020_Customers", "", "75", "\"variantCode\":\"RED\"");
    Price red = read("{\"basis\":\"net\"}", "TEE-RED");
    assertThat(red.parentSku()).isEqualTo("TEE");
    assertThat(red.sheets().getFirst().breaks().getFirst().price().net())
        .isEqualByComparingTo("75");
    assertThat(reader("{}").fetch(List.of("TEE"))).isEmpty();
  }

  private static final String AUDIENCES =
      """
      {"groups":[{"code":"WHOLE","basis":"net","currencies":["EUR"]}],
       "customers":[{"number":"C1","basis":"net","currencies":["EUR"]}]}""";

  static String dates(String start, String end) {
    return "\"startingDate\":\"" + start + "\",\"endingDate\":\"" + end + "\"";
  }

  private List<String> told(Cursor at) {
    Page page = reader("{}").changes(at, 100);
    return page.documents().stream().map(Document::id).toList();
  }

  static Cursor follow(PriceReader reader, @org.jspecify.annotations.Nullable Cursor from) {
    Page page = reader.changes(from, 100);
    while (page.more()) {
      page = reader.changes(page.next(), 100);
    }
    return page.next();
  }

  private PriceReader reader(String audiences) {
    return service.reader(audiences);
  }

  private Price read(String audiences, String sku) {
    List<Document> found = reader(audiences).fetch(List.of(sku));
    assertThat(found).hasSize(1);
    ObjectNode content = (ObjectNode) Objects.requireNonNull(found.getFirst().content());
    return ModelJson.mapper().treeToValue(content, Price.class);
  }

  private static PriceSheet sheet(Price price, PriceSheet.Kind kind) {
    return price.sheets().stream()
        .filter(sheet -> sheet.audience().kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
