package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What price a sales line gets from the agreements of the company. */
class PriceTest extends TwinTest {
  private final ManualClock clock = new ManualClock("2026-03-15T08:00:00Z");

  @Override
  Options options() {
    return Options.quick().clocked(clock);
  }

  @Test
  void aLineWithoutAPriceGetsPriceAndDiscountByQuantity() throws Exception {
    setup(
        """
        {"priceListLines":[
          {"priceListCode":"A","lineNumber":1,"assetNumber":"1000","unitPrice":48},
          {"priceListCode":"A","lineNumber":2,"assetNumber":"1000","unitPrice":40,"minimumQuantity":10},
          {"priceListCode":"B","lineNumber":1,"sourceType":"Customer","sourceNumber":"WEB","assetNumber":"1000","lineDiscountPercent":5}]}""");
    JsonNode order =
        order("", "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":9}");
    JsonNode line = order.path("salesOrderLines").path(0);
    assertThat(number(line, "unitPrice")).isEqualByComparingTo("48");
    assertThat(number(line, "discountAmount")).isEqualByComparingTo("21.60");
    JsonNode more = client.patch("salesOrderLines(" + text(line, "id") + ")", "{\"quantity\":10}");
    assertThat(number(more, "unitPrice")).isEqualByComparingTo("40");
    assertThat(number(more, "netAmount")).isEqualByComparingTo("380");
    assertThat(
            number(
                ask("{\"customerNumber\":\"10000\",\"itemNumber\":\"1000\"}"), "discountPercent"))
        .as("the discount is another customer's")
        .isEqualByComparingTo("0");
  }

  @Test
  void theDateOfTheOrderDecidesNotItsDocumentDate() throws Exception {
    setup(
        """
        {"priceListLines":[{"priceListCode":"A","lineNumber":1,"assetNumber":"1000","unitPrice":30,
          "startingDate":"2026-04-01","endingDate":"2026-04-30"}]}""");
    String line = "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}";
    JsonNode dated = order(",\"orderDate\":\"2026-04-10\"", line);
    assertThat(number(dated.path("salesOrderLines").path(0), "unitPrice"))
        .isEqualByComparingTo("50");
    String ask = "{\"customerNumber\":\"WEB\",\"itemNumber\":\"1000\",\"date\":\"%s\"}";
    assertThat(number(ask(ask.formatted("2026-04-30")), "unitPrice")).isEqualByComparingTo("30");
    assertThat(number(ask(ask.formatted("2026-05-01")), "unitPrice")).isEqualByComparingTo("50");
    clock.advance(Duration.ofDays(17));
    client.signIn();
    JsonNode later = order("", line);
    assertThat(number(later.path("salesOrderLines").path(0), "unitPrice"))
        .isEqualByComparingTo("30");
  }

  @Test
  void askingLeavesNothingBehind() throws Exception {
    ask("{\"customerNumber\":\"WEB\",\"itemNumber\":\"1000\",\"quantity\":3}");
    assertThat(client.get("salesOrders").path("value")).isEmpty();
    assertThat(text(order("", ""), "number")).isEqualTo("101001");
    assertThat(
            client.refused(
                "POST", "/_twin/price", "{\"customerNumber\":\"WEB\",\"itemNumber\":\"X\"}"))
        .startsWith("400 Internal_InvalidTableRelation");
  }

  @Test
  void groupsCurrencyUnitAndVatAreThoseOfTheDocument() throws Exception {
    setup(
        """
        {"currencies":[{"code":"USD","factor":2}],
         "items":[{"number":"1000","units":{"BOX":12}}],
         "customers":[{"number":"10000","customerPriceGroup":"GROSS"}],
         "priceListLines":[
          {"priceListCode":"A","lineNumber":1,"sourceType":"Customer Price Group","sourceNumber":"GROSS","assetNumber":"1000","unitPrice":23.80,
           "priceIncludesTax":true,"vatBusinessPostingGroupPrice":"DOMESTIC"}]}""");
    String ask = "{\"customerNumber\":\"10000\",\"itemNumber\":\"1000\"%s}";
    assertThat(number(ask(ask.formatted("")), "unitPrice")).isEqualByComparingTo("20");
    assertThat(number(ask(ask.formatted(",\"unitOfMeasureCode\":\"BOX\"")), "unitPrice"))
        .isEqualByComparingTo("240");
    assertThat(number(ask(ask.formatted(",\"currencyCode\":\"USD\"")), "unitPrice"))
        .isEqualByComparingTo("40");
    assertThat(number(ask(ask.formatted(",\"pricesIncludeTax\":true")), "unitPrice"))
        .isEqualByComparingTo("23.80");
    assertThat(number(ask("{\"customerNumber\":\"WEB\",\"itemNumber\":\"1000\"}"), "unitPrice"))
        .isEqualByComparingTo("50");
  }

  @Test
  void aUnitThatIsNotTheItemsIsRefused() throws Exception {
    assertThat(
            client.refused(
                "POST",
                "salesOrders",
                "{\"customerNumber\":\"WEB\",\"salesOrderLines\":[{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"unitOfMeasureCode\":\"BOX\"}]}"))
        .startsWith("400 Internal_InvalidTableRelation: The field Unit of Measure Code");
  }

  @Test
  void theFormerTablesPriceWhileTheFeatureIsOff() throws Exception {
    try (BusinessCentralTwin old =
        BusinessCentralTwin.start(Options.quick().clocked(clock).withLegacyPrices())) {
      old.setup(
          Json.MAPPER.readTree(
              """
              {"legacySalesPrices":[{"salesType":"All Customers","itemNumber":"1000","unitPrice":33}],
               "legacySalesLineDiscounts":[{"type":"Item","code":"1000","salesType":"Customer","salesCode":"WEB","lineDiscountPercent":10}],
               "priceListLines":[{"priceListCode":"A","lineNumber":1,"assetNumber":"1000","unitPrice":1}]}"""));
      JsonNode price =
          old.price(Json.object().put("customerNumber", "WEB").put("itemNumber", "1000"));
      assertThat(number(price, "unitPrice")).isEqualByComparingTo("33");
      assertThat(number(price, "discountPercent")).isEqualByComparingTo("10");
    }
  }

  private JsonNode ask(String question) throws Exception {
    return client.post("/_twin/price", question);
  }
}
