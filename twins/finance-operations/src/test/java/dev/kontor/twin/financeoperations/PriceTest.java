package dev.kontor.twin.financeoperations;

import static dev.kontor.twin.financeoperations.Desk.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Prices, amounts, taxes and totals of orders. */
final class PriceTest {
  private static final String PLACE = ",'DefaultShippingWarehouseId':'11'";
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick());
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private void agree(String rows) {
    desk.control("setup", "{'companies':[{'id':'demf','priceAgreements':[" + rows + "]}]}");
  }

  private static String row(String who, String price, String more) {
    return "{'ItemNumber':'AH-1003','PriceCurrencyCode':'EUR','Price':%s%s%s}"
        .formatted(price, who, more);
  }

  private JsonNode line(String quantity, String more) {
    return desk.line(desk.order("10000", PLACE), "AH-1003", quantity, more);
  }

  @ParameterizedTest
  @CsvSource({
    // quantity, price, discount amount, percent, price unit, line amount
    "3, 16.79, 0, 0, 1, 50.37",
    "3, 16.79, 1, 10, 1, 42.63",
    "250, 551, 0, 0, 100, 1377.50",
    "3, 0.333, 0, 0, 1, 1.00",
    "-2, 16.79, 0, 0, 1, -33.58",
  })
  void amounts(
      String quantity, String price, String off, String percent, String unit, String amount) {
    String more =
        ",'SalesPrice':%s,'LineDiscountAmount':%s,'LineDiscountPercentage':%s,'SalesPriceQuantity':%s"
            .formatted(price, off, percent, unit);
    assertThat(number(line(quantity, more), "LineAmount")).isEqualByComparingTo(amount);
  }

  @Test
  void aPriceMayBeForAHundred() {
    String order = desk.order("10000", PLACE);
    JsonNode tea = desk.line(order, "AH-1005", "2", "");
    assertThat(number(tea, "SalesPriceQuantity")).isEqualByComparingTo("100");
    assertThat(number(tea, "LineAmount")).isEqualByComparingTo("11.02");
    // Who sends a price only has it for a hundred.
    JsonNode sent = desk.line(order, "AH-1005", "2", ",'SalesPrice':5.51");
    assertThat(number(sent, "LineAmount")).isEqualByComparingTo("0.11");
  }

  @Test
  void anExplicitPriceIsKeptOrNotAsThePolicySays() {
    assertThat(number(line("1", ",'SalesPrice':9.99"), "SalesPrice")).isEqualByComparingTo("9.99");
    desk.set("explicitPrice", "OVERWRITTEN");
    assertThat(number(line("1", ",'SalesPrice':9.99"), "SalesPrice")).isEqualByComparingTo("16.79");
  }

  @Test
  void anAmountSentIsComputedAnewUnlessSwitchedOff() {
    String sent = ",'SalesPrice':10,'LineAmount':7";
    assertThat(number(line("1", sent), "LineAmount")).isEqualByComparingTo("10");
    desk.set("calculateLineNetAmount", false);
    assertThat(number(line("1", sent), "LineAmount")).isEqualByComparingTo("7");
  }

  @Test
  void theSearchGoesFromCustomerToGroupToAll() {
    String customer = ",'CustomerAccountNumber':'10000'";
    String group = ",'PriceCustomerGroupCode':'HANDEL'";
    agree(
        row(customer, "15", ",'WillSearchContinue':'No'")
            + ","
            + row(group, "14", "")
            + ","
            + row("", "13", ""));
    assertThat(number(line("1", ""), "SalesPrice")).isEqualByComparingTo("15");
  }

  @Test
  void theLowestWinsWhereTheSearchGoesOn() {
    agree(
        row(",'CustomerAccountNumber':'10000'", "15", "")
            + ","
            + row(",'PriceCustomerGroupCode':'HANDEL'", "14", ",'WillSearchContinue':'No'")
            + ","
            + row("", "13", ""));
    assertThat(number(line("1", ""), "SalesPrice")).isEqualByComparingTo("14");
  }

  @Test
  void anAgreedPriceBeatsALowerBasePrice() {
    agree(row("", "20", ""));
    assertThat(number(line("1", ""), "SalesPrice")).isEqualByComparingTo("20");
  }

  @ParameterizedTest
  @CsvSource({
    "9, false, 16.79",
    "10, false, 12",
    "20, false, 12",
    "21, false, 16.79",
    "20, true, 16.79"
  })
  void quantities(String quantity, boolean exclusive, String price) {
    desk.set("toQuantityExclusive", exclusive);
    agree(row("", "12", ",'FromQuantity':10,'ToQuantity':20"));
    assertThat(number(line(quantity, ""), "SalesPrice")).isEqualByComparingTo(price);
  }

  @Test
  void datesCurrenciesAndWarehousesOfAgreements() {
    agree(
        row("", "1", ",'PriceApplicableToDate':'2001-12-31T12:00:00Z'")
            + ","
            + row("", "2", ",'PriceApplicableFromDate':'2199-01-01T12:00:00Z'")
            + ","
            + row("", "3", "").replace("EUR", "USD")
            + ","
            + row("", "4", ",'PriceWarehouseId':'21'"));
    assertThat(number(line("1", ""), "SalesPrice")).isEqualByComparingTo("16.79");
    assertThat(number(line("1", ",'ShippingWarehouseId':'21'"), "SalesPrice"))
        .isEqualByComparingTo("4");
  }

  @Test
  void insideACombinationTheCheapestRowDecidesWhetherToGoOn() {
    agree(row("", "12", "") + "," + row("", "11", ",'WillSearchContinue':'No','FromQuantity':1"));
    assertThat(number(line("1", ""), "SalesPrice")).isEqualByComparingTo("11");
  }

  @Test
  void chargesOfAPriceComeOncePerLine() {
    agree(row("", "10", ",'FixedPriceCharges':20"));
    assertThat(number(line("10", ""), "LineAmount")).isEqualByComparingTo("120");
  }

  @Test
  void aPriceOfAnotherUnitDoesNotCount() {
    agree(row("", "9", ",'QuantityUnitySymbol':'box'"));
    assertThat(number(line("1", ""), "SalesPrice")).isEqualByComparingTo("16.79");
  }

  @Test
  void thePriceMayBeThatOfTheShippingDay() {
    agree(row("", "12", ",'PriceApplicableFromDate':'2199-01-01T12:00:00Z'"));
    String later = ",'RequestedShippingDate':'2199-02-01T12:00:00Z'";
    assertThat(number(line("1", later), "SalesPrice")).isEqualByComparingTo("16.79");
    desk.set("priceDate", "REQUESTED_SHIPPING");
    assertThat(number(line("1", later), "SalesPrice")).isEqualByComparingTo("12");
  }

  @Test
  void theBasePriceFollowsUnitAndCurrency() {
    String order = desk.order("10000", PLACE + ",'CurrencyCode':'USD'");
    JsonNode box = desk.line(order, "AH-1000", "1", ",'SalesUnitSymbol':'box'");
    assertThat(number(box, "SalesPrice")).isEqualByComparingTo("660.00");
  }

  @ParameterizedTest
  @CsvSource({
    // three lines of 0.13: 19 percent is 0.0247 a line
    "LINE, No, 0.06, 0.45",
    "TOTAL, No, 0.07, 0.46",
    "LINE, Yes, 0.06, 0.39",
  })
  void taxIsRoundedWhereTheSettingSays(
      String rounding, String inclusive, String tax, String total) {
    desk.set("taxRounding", rounding);
    desk.set("totals", "ALWAYS");
    String order = desk.order("10000", PLACE + ",'ArePricesIncludingSalesTax':'" + inclusive + "'");
    for (int i = 0; i < 3; i++) {
      desk.line(order, "AH-1003", "1", ",'SalesPrice':0.13");
    }
    assertThat(number(desk.header(order), "OrderTotalTaxAmount")).isEqualByComparingTo(tax);
    assertThat(number(desk.header(order), "OrderTotalAmount")).isEqualByComparingTo(total);
  }

  @Test
  void groupsOfCustomerAndArticleDecideTheRate() {
    desk.set("totals", "ALWAYS");
    String order = desk.order("WEB-AT", PLACE);
    desk.line(order, "AH-1002", "1", ",'SalesPrice':11");
    assertThat(number(desk.header(order), "OrderTotalTaxAmount")).isEqualByComparingTo("1.00");
    desk.line(order, "AH-1000", "1", ",'SalesPrice':12");
    assertThat(number(desk.header(order), "OrderTotalTaxAmount")).isEqualByComparingTo("3.00");
    assertThat(number(desk.header(order), "OrderTotalAmount")).isEqualByComparingTo("23.00");
    String abroad = desk.order("20000", PLACE);
    desk.line(abroad, "AH-1000", "1", "");
    assertThat(number(desk.header(abroad), "OrderTotalTaxAmount")).isEqualByComparingTo("0");
  }

  @Test
  void aDiscountOfTheWholeOrderLowersTheTax() {
    desk.set("totals", "ALWAYS");
    String order = desk.order("10000", PLACE + ",'TotalDiscountPercentage':10");
    desk.line(order, "AH-1003", "1", ",'SalesPrice':100");
    JsonNode header = desk.header(order);
    assertThat(number(header, "OrderTotalDiscountAmount")).isEqualByComparingTo("10");
    assertThat(number(header, "OrderTotalTaxAmount")).isEqualByComparingTo("17.10");
    assertThat(number(header, "OrderTotalAmount")).isEqualByComparingTo("107.10");
  }

  @Test
  void aCreditLimitStopsTheLine() {
    desk.client.patch(
        "CustomersV3(dataAreaId='demf',CustomerAccount='10000')", "{'CreditLimit':100}");
    assertThat(number(line("10", ""), "LineAmount")).isEqualByComparingTo("167.90");
    desk.set("creditCheck", "BALANCE_AND_ALL");
    String order = desk.order("10000", PLACE);
    assertThat(
            desk.client.refused("POST", "SalesOrderLinesV3", Desk.body(order, "AH-1003", "1", "")))
        .contains("Customer 10000 exceeds the credit limit of 100; the balance would be 184.69.");
  }
}
