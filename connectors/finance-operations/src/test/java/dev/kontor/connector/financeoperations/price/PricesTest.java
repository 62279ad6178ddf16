package dev.kontor.connector.financeoperations.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Price;
import dev.kontor.model.PriceSheet;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the posted agreements make of prices; how one is found is the price engine's own test. */
class PricesTest {

  private static final String AUDIENCES =
      """
      {"priceAudiences": {"groups": [{"code": "Handel", "discountGroup": "RAB"}],
                          "customers": [{"number": "c1"}, {"number": "C2", "basis": "gross"}]}}
      """;

  private final CannedErp erp = new CannedErp(AUDIENCES);

  @AfterEach
  void stop() {
    erp.close();
  }

  private static String agreement(int id, String whom, String from, String to, String price) {
    return """
        {"RecordId": %d, %s "ItemNumber": "a1", "PriceCurrencyCode": "EUR", "QuantityUnitySymbol": "",
         "Price": %s, "SalesPriceQuantity": 100, "FromQuantity": %s, "ToQuantity": %s, "FixedPriceCharges": 0,
         "WillSearchContinue": "No", "IsGenericCurrencySearchEnabled": "No", "AttributeBasedPricingId": "",
         "PriceApplicableFromDate": "1900-01-01T12:00:00Z", "PriceApplicableToDate": "1900-01-01T12:00:00Z"}
        """
        .formatted(id, whom, price, from, to);
  }

  private static String group(int id, String from, String to, String price) {
    return agreement(id, "\"PriceCustomerGroupCode\": \"HANDEL\",", from, to, price);
  }

  private static String discount(int id, String whom, String percent) {
    return """
        {"RecordId": %d, %s "ItemNumber": "", "DiscountCurrencyCode": "EUR", "QuantityUnitSymbol": "",
         "DiscountAmount": 0, "DiscountPercentage1": %s, "DiscountPercentage2": 0, "FromQuantity": 0,
         "ToQuantity": 0, "WillSearchContinue": "Yes",
         "DiscountApplicableFromDate": "1900-01-01T12:00:00Z", "DiscountApplicableToDate": "1900-01-01T12:00:00Z"}
        """
        .formatted(id, whom, percent);
  }

  private void product() {
    erp.rows(
        "ReleasedProductsV2",
        "{\"ItemNumber\": \"A1\", \"SalesPrice\": 10, \"SalesPriceQuantity\": 1, \"SalesUnitSymbol\": \"pcs\","
            + " \"SalesSalesTaxItemGroupCode\": \"VOLL\"}",
        "{\"ItemNumber\": \"FRACHT\", \"SalesPrice\": 5, \"SalesPriceQuantity\": 1,"
            + " \"SalesSalesTaxItemGroupCode\": \"VOLL\"}");
  }

  private void customers() {
    erp.rows(
        "CustomersV3",
        "{\"CustomerAccount\": \"C1\", \"DiscountPriceGroupId\": \"handel\", \"SalesTaxGroup\": \"EU\"}",
        "{\"CustomerAccount\": \"C2\", \"SalesTaxGroup\": \"INLAND\"}");
  }

  private Document read() {
    product();
    customers();
    return erp.reader(EntityType.PRICE).fetch(List.of("A1")).getFirst();
  }

  private static Price price(Document document) {
    return ModelJson.mapper().treeToValue(Objects.requireNonNull(document.content()), Price.class);
  }

  private static PriceSheet of(Price price, PriceSheet.Kind kind, String code) {
    return price.sheets().stream()
        .filter(sheet -> sheet.audience().kind() == kind)
        .filter(sheet -> code.equals(String.valueOf(sheet.audience().code())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fourQuantityBreaksOfAGroupAreFourBreaksPerPiece() {
    erp.rows(
        "SalesPriceAgreements",
        group(1, "0", "9", "950"),
        group(2, "10", "49", "912.5"),
        group(3, "50", "199", "875"),
        group(4, "200", "0", "812.5"));
    Price price = price(read());
    PriceSheet sheet = of(price, PriceSheet.Kind.CUSTOMER_GROUP, "Handel");
    assertThat(sheet.breaks())
        .extracting(b -> b.from().toPlainString() + ": " + b.price().net().toPlainString())
        .containsExactly("1: 9.5", "10: 9.125", "50: 8.75", "200: 8.125");
    assertThat(sheet.breaks().getFirst().price().gross()).isEqualByComparingTo("11.305");
    assertThat(of(price, PriceSheet.Kind.EVERYBODY, "null").breaks())
        .extracting(b -> b.price().net().toPlainString())
        .containsExactly("10");
  }

  @Test
  void aCustomerHasItsGroupsPricesAndItsOwnTax() {
    erp.rows("SalesPriceAgreements", group(1, "0", "0", "950"));
    Price price = price(read());
    PriceSheet own = of(price, PriceSheet.Kind.CUSTOMER, "c1");
    assertThat(own.taxRate()).isEqualByComparingTo("0");
    assertThat(own.breaks().getFirst().price().gross()).isEqualByComparingTo("9.5");
    PriceSheet other = of(price, PriceSheet.Kind.CUSTOMER, "C2");
    assertThat(other.breaks().getFirst().price().gross()).isEqualByComparingTo("10");
    assertThat(other.breaks().getFirst().price().tax()).isEqualByComparingTo("1.6");
  }

  @Test
  void lineDiscountsAreTakenOffAndWhatTheyAreTakenOffIsShown() {
    erp.rows("SalesPriceAgreements", group(1, "0", "0", "950"));
    erp.rows(
        "SalesLineDiscountAgreements",
        discount(1, "\"LineDiscountCustomerGroupCode\": \"RAB\",", "10"),
        discount(2, "\"LineDiscountCustomerGroupCode\": \"ANDERE\",", "50"));
    PriceSheet.Break first =
        of(price(read()), PriceSheet.Kind.CUSTOMER_GROUP, "Handel").breaks().getFirst();
    assertThat(first.price().net()).isEqualByComparingTo("8.55");
    assertThat(Objects.requireNonNull(first.listPrice()).net()).isEqualByComparingTo("9.5");
  }

  @Test
  void whatIsSoldForShippingHasNoPriceAndNobodyIsToldTwice() {
    product();
    customers();
    assertThat(erp.reader(EntityType.PRICE).keys(null, 10).documents())
        .extracting(Document::id)
        .containsExactly("A1");
  }

  @Test
  void anAgreementThatCannotBePricedWithRefusesTheArticleWithTheReason() {
    erp.rows(
        "SalesPriceAgreements",
        group(1, "0", "0", "950").replace("\"FixedPriceCharges\": 0", "\"FixedPriceCharges\": 20"));
    JsonNode content = Objects.requireNonNull(read().content());
    assertThatThrownBy(
            () ->
                Objects.requireNonNull(
                        new FinanceOperationsProvider().functions().get("priceSheets"))
                    .apply(List.of(content)))
        .isInstanceOfSatisfying(
            FaultException.class,
            thrown ->
                assertThat(thrown.fault().message()).contains("agreement 1", "FixedPriceCharges"));
  }

  /** The price of the customer nobody is told of cannot spoil those of others. */
  @Test
  void agreementsOfOthersAreNotLookedAt() {
    erp.rows(
        "SalesPriceAgreements",
        agreement(1, "\"CustomerAccountNumber\": \"C9\",", "0", "0", "100")
            .replace("\"FixedPriceCharges\": 0", "\"FixedPriceCharges\": 20"));
    assertThat(Objects.requireNonNull(read().content()).has("problems")).isFalse();
  }

  @Test
  void aPriceThatBeginsLaterIsForetold() {
    erp.rows(
        "SalesPriceAgreements",
        group(1, "0", "0", "950"),
        group(2, "0", "0", "900").replace("FromDate\": \"1900-01-01", "FromDate\": \"2026-04-01"));
    assertThat(price(read()).changesOn()).isEqualTo(LocalDate.of(2026, 4, 1));
  }
}
