package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What must be done to an order, told from two states of it. */
class AmendmentTest {

  private static final JsonNode ORDER =
      ModelJson.parse(
          """
          {"number":"S1","shipToCity":"Kiel","shipToCountry":"DE","pricesIncludeTax":true,
           "salesOrderLines":[
            {"id":"l1","lineType":"Item","itemId":"A","lineObjectNumber":"1000","quantity":2,
             "unitPrice":10,"discountAmount":0,"taxCode":"VAT19","shippedQuantity":1},
            {"id":"l2","lineType":"Item","itemId":"F","lineObjectNumber":"FREIGHT","quantity":1,
             "unitPrice":4.90,"discountAmount":0,"taxCode":"VAT19"},
            {"id":"l3","lineType":"Comment","description":"Ring twice"}]}""");

  @Test
  void anItemThatStandsForAnAccountIsFoundByItsNumber() {
    assertThat(amendment("\"shipToCountry\":\"de\"", freight("VAT19")).isNothing()).isTrue();
  }

  @Test
  void anotherTaxGroupNeedsAnotherLine() {
    Amendment amendment = amendment("\"shipToCity\":\"Kiel\"", freight("VAT7"));
    assertThat(amendment.removed())
        .extracting(line -> line.path("id").asString())
        .containsExactly("l2");
    assertThat(amendment.added()).hasSize(1);
    assertThat(amendment.changed()).isEmpty();
  }

  @Test
  void whatLeftAlreadyIsKnownByItsLine() {
    Amendment amendment =
        Amendment.of(
            ORDER,
            ModelJson.parse(
                "{\"shipToCity\":\"Bonn\",\"salesOrderLines\":[" + freight("VAT19") + "]}"),
            null);
    assertThat(amendment.header().propertyNames()).containsExactly("shipToCity");
    assertThat(amendment.posted()).hasSize(1);
    assertThat(amendment.inWords())
        .contains("shipToCity differs", "2 × 1000 at 10 should not be there");
    assertThat(amendment.inWords()).doesNotContain("Bonn");
  }

  private static String freight(String taxCode) {
    return "{\"lineType\":\"Item\",\"lineObjectNumber\":\"FREIGHT\",\"taxCode\":\""
        + taxCode
        + "\",\"quantity\":1,\"unitPrice\":4.9}";
  }

  private static Amendment amendment(String header, String freight) {
    String goods = "{\"lineType\":\"Item\",\"itemId\":\"a\",\"quantity\":2,\"unitPrice\":10.00}";
    return Amendment.of(
        ORDER,
        ModelJson.parse("{" + header + ",\"salesOrderLines\":[" + goods + "," + freight + "]}"),
        null);
  }
}
