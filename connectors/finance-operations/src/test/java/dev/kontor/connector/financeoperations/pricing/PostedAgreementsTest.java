package dev.kontor.connector.financeoperations.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows in the shape of the metadata, with the system's forms of nothing. */
class PostedAgreementsTest {

  private static final String PRICE =
      """
      {"@odata.etag": "W/\\"JzEsNTYzNzE0NDU3Nic=\\"", "dataAreaId": "usmf", "RecordId": 5637144576,
       "PriceApplicableFromDate": "2026-04-01T12:00:00Z",
       "PriceApplicableToDate": "1900-01-01T12:00:00Z", "WillSearchContinue": "Yes",
       "SalesPriceQuantity": 100, "QuantityUnitySymbol": "pcs", "ProductNumber": "A",
       "AttributeBasedPricingId": "", "ProductSizeId": "", "ItemNumber": "A",
       "ProductVersionId": "", "PriceCurrencyCode": "USD", "ToQuantity": 0, "FixedPriceCharges": 0,
       "PriceWarehouseId": "", "SalesLeadTimeDays": 0, "FromQuantity": 10.5,
       "CustomerAccountNumber": "US-001", "PriceCustomerGroupCode": "", "Price": 1234.567891,
       "PriceSiteId": "1", "IsGenericCurrencySearchEnabled": "No", "ProductColorId": "RED",
       "ProductconfigurationId": "", "ProductStyleId": ""}
      """;

  private static final String DISCOUNT =
      """
      {"dataAreaId": "usmf", "RecordId": 7, "WillSearchContinue": "No", "QuantityUnitSymbol": "",
       "DiscountPercentage1": 5, "DiscountPercentage2": 1.5, "DiscountAmount": 0.25,
       "DiscountCurrencyCode": "USD", "CustomerAccountNumber": "", "FromQuantity": 1,
       "ToQuantity": 9, "FromOrderSubtotalAmount": 500, "ToOrderSubtotalAmount": 0,
       "DiscountApplicableFromDate": "1900-01-01T00:00:00Z",
       "DiscountApplicableToDate": "2026-12-31T12:00:00Z",
       "IsGenericCurrencySearchEnabled": "No"}
      """;

  private static final AgreementTerms OFF =
      AgreementTerms.discount(new BigDecimal("0.25"), BigDecimal.valueOf(5), new BigDecimal("1.5"));

  @Test
  void aPriceKeepsEveryDigitAndLosesTheFormsOfNothing() {
    assertThat(only(PostedAgreements.prices(List.of(row(PRICE)))))
        .isEqualTo(
            new TradeAgreement(
                "5637144576",
                Relation.PRICE,
                new Assignment(TableGroupAll.TABLE, "US-001"),
                new Assignment(TableGroupAll.TABLE, "A"),
                Map.of(Dimension.SITE, "1", Dimension.COLOR, "RED"),
                "USD",
                false,
                "pcs",
                new QuantityRange(new BigDecimal("10.5"), BigDecimal.ZERO),
                new Validity(LocalDate.parse("2026-04-01"), null),
                true,
                AgreementTerms.price(new BigDecimal("1234.567891"), BigDecimal.valueOf(100))));
  }

  @Test
  void aPriceWithoutPartyIsForAllCustomers() {
    ObjectNode row = row(PRICE).put("CustomerAccountNumber", "").put("SalesPriceQuantity", 0);
    TradeAgreement read = only(PostedAgreements.prices(List.of(row)));
    assertThat(read.account()).isEqualTo(Assignment.ALL);
    assertThat(read.terms().priceUnit()).as("none is one").isEqualByComparingTo("1");
    row.put("PriceCustomerGroupCode", "WHOLE");
    assertThat(only(PostedAgreements.prices(List.of(row))).account())
        .isEqualTo(new Assignment(TableGroupAll.GROUP, "WHOLE"));
  }

  @Test
  void discountsAreForWhatTheirSetFills() {
    ObjectNode line =
        row(DISCOUNT).put("LineDiscountCustomerGroupCode", "LG").put("ItemNumber", "A");
    TradeAgreement lineDiscount = only(PostedAgreements.lineDiscounts(List.of(line)));
    assertThat(lineDiscount.account()).isEqualTo(new Assignment(TableGroupAll.GROUP, "LG"));
    assertThat(lineDiscount.item()).isEqualTo(new Assignment(TableGroupAll.TABLE, "A"));
    assertThat(lineDiscount.terms()).isEqualTo(OFF);
    assertThat(lineDiscount.findNext()).isFalse();

    ObjectNode multiline = row(DISCOUNT).put("MultiLineDiscountProductGroupCode", "MG");
    TradeAgreement multilineDiscount =
        only(PostedAgreements.multilineDiscounts(List.of(multiline)));
    assertThat(multilineDiscount.item()).isEqualTo(new Assignment(TableGroupAll.GROUP, "MG"));
    assertThat(multilineDiscount.validity())
        .isEqualTo(new Validity(null, LocalDate.parse("2026-12-31")));

    TradeAgreement total = only(PostedAgreements.totalDiscounts(List.of(row(DISCOUNT))));
    assertThat(total.item()).isEqualTo(Assignment.ALL);
    assertThat(total.range())
        .isEqualTo(new QuantityRange(BigDecimal.valueOf(500), BigDecimal.ZERO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FixedPriceCharges       | 20     | FixedPriceCharges is filled, and the set does not say",
        "AttributeBasedPricingId | POT    | AttributeBasedPricingId is filled",
        "PriceCustomerGroupCode  | WHOLE  | CustomerAccountNumber and PriceCustomerGroupCode are",
        "PriceCurrencyCode       | ''     | agreement 5637144576 has no currency",
        "ItemNumber              | ''     | agreement 5637144576 of PRICE is for item code ALL",
        "WillSearchContinue      | Maybe  | WillSearchContinue is neither Yes nor No",
        "PriceApplicableToDate   | soon   | PriceApplicableToDate is 'soon', no date",
        "SalesPriceQuantity      | -1     | priceUnit is -1 but must be positive",
      })
  void whatCannotBePricedWithIsToldApart(String field, String value, String reason) {
    ObjectNode row = row(PRICE);
    if (row.path(field).isNumber()) {
      row.put(field, new BigDecimal(value));
    } else {
      row.put(field, value);
    }
    PostedAgreements read = PostedAgreements.prices(List.of(row, row(PRICE)));
    assertThat(read.agreements()).as("the other row").hasSize(1);
    PostedAgreements.Refused refused = read.refused().getFirst();
    assertThat(refused.id()).isEqualTo("5637144576");
    assertThat(refused.reason()).startsWith(reason);
  }

  @Test
  void aRowWithoutTheFieldsOfItsSetIsRefused() {
    List<Function<Iterable<JsonNode>, PostedAgreements>> sets =
        List.of(
            PostedAgreements::prices,
            PostedAgreements::lineDiscounts,
            PostedAgreements::multilineDiscounts,
            PostedAgreements::totalDiscounts);
    for (Function<Iterable<JsonNode>, PostedAgreements> set : sets) {
      PostedAgreements read = set.apply(List.of(row("{\"RecordId\": 1}")));
      assertThat(read.agreements()).isEmpty();
      assertThat(read.refused()).hasSize(1);
    }
  }

  private static TradeAgreement only(PostedAgreements read) {
    assertThat(read.refused()).isEmpty();
    assertThat(read.agreements()).hasSize(1);
    return read.agreements().getFirst();
  }

  private static ObjectNode row(String json) {
    return (ObjectNode) ModelJson.parse(json);
  }
}
