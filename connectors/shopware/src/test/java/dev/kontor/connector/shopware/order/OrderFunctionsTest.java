package dev.kontor.connector.shopware.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.shopware.Recorded;
import dev.kontor.model.Address;
import dev.kontor.model.Amount;
import dev.kontor.model.Customer;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderLine;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrderFunctionsTest {

  private static TranslatedOrder recorded(String name) {
    return new TranslatedOrder(Recorded.order("orders/" + name + ".json"));
  }

  private static ObjectNode part(JsonNode order, String list, int index) {
    return (ObjectNode) order.path(list).path(index);
  }

  @Test
  void aShippingPromotionIsANegativeShippingLine() {
    assertThat(recorded("shipping-promotion-free").lines(LineKind.SHIPPING))
        .extracting(line -> line.amount().gross().toPlainString())
        .containsExactly("14.90", "-14.90");
  }

  @Test
  void aPromotionKeepsItsSharesPerRate() {
    OrderLine promotion = recorded("promotion-absolute").lines(LineKind.PROMOTION).getFirst();
    assertThat(promotion.taxes())
        .extracting(share -> share.rate() + " " + share.amount().gross())
        .containsExactly("19 -12.21", "7 -2.79");
  }

  @Test
  void floatNoiseIsRoundedToTheOrdersDecimals() {
    JsonNode order = recorded("single-line-open").order();
    ObjectNode price = (ObjectNode) part(order, "lineItems", 0).path("price");
    price.put("totalPrice", new BigDecimal("119.50999999999999"));
    price.put("unitPrice", new BigDecimal("119.51000000000001"));
    OrderLine line = new TranslatedOrder(order).lines(LineKind.GOODS).getFirst();
    assertThat(line.amount().gross()).isEqualTo("119.51");
    assertThat(line.unitPrice()).isEqualTo("119.51");
  }

  @Test
  void cashRoundingIsALineOfItsOwn() {
    JsonNode order = recorded("single-line-open").order();
    ((ObjectNode) order.path("price")).put("totalPrice", new BigDecimal("124.40"));
    TranslatedOrder rounded = new TranslatedOrder(order);
    assertThat(rounded.lines(LineKind.FEE))
        .singleElement()
        .satisfies(line -> assertThat(line.amount().gross()).isEqualTo("-0.01"));
    assertThat(TranslatedOrder.sum(rounded.lines()).gross())
        .isEqualByComparingTo(rounded.read("total", Amount.class).gross());
  }

  @Test
  void aBundleHeadingIsLeftOutAndItsComponentsCount() {
    JsonNode order = recorded("mixed-tax-qty-odd-cents").order();
    ObjectNode heading = part(order, "lineItems", 0).deepCopy();
    heading.put("id", "bundle").put("type", "container").putNull("payload").putNull("product");
    ((tools.jackson.databind.node.ArrayNode) order.path("lineItems")).add(heading);
    part(order, "lineItems", 0).put("parentId", "bundle");
    TranslatedOrder translated = new TranslatedOrder(order);
    assertThat(translated.lines(LineKind.GOODS)).hasSize(5);
    assertThat(translated.lines()).noneMatch(line -> line.id().equals("bundle"));
    assertThat(TranslatedOrder.sum(translated.lines()).gross()).isEqualByComparingTo("362.14");
  }

  @Test
  void componentsOfAnArticleCarryNoPriceTwice() {
    JsonNode order = recorded("mixed-tax-qty-odd-cents").order();
    ObjectNode component = part(order, "lineItems", 1).deepCopy();
    component
        .put("id", "component")
        .put("parentId", part(order, "lineItems", 0).path("id").asString());
    ((tools.jackson.databind.node.ArrayNode) order.path("lineItems")).add(component);
    TranslatedOrder translated = new TranslatedOrder(order);
    assertThat(TranslatedOrder.sum(translated.lines()).gross()).isEqualByComparingTo("362.14");
    assertThat(translated.lines())
        .anySatisfy(
            line -> {
              assertThat(line.id()).isEqualTo("component");
              assertThat(line.parentId())
                  .isEqualTo(part(order, "lineItems", 0).path("id").asString());
            });
  }

  @Test
  void aCancelledFirstPaymentDoesNotCount() {
    JsonNode order = recorded("promotion-percent-paid").order();
    ObjectNode first = part(order, "transactions", 0).deepCopy();
    first.put("id", "first").put("createdAt", "2026-11-21T00:00:00.000+00:00");
    ((ObjectNode) first.path("stateMachineState")).put("technicalName", "cancelled");
    ((tools.jackson.databind.node.ArrayNode) order.path("transactions")).add(first);
    TranslatedOrder translated = new TranslatedOrder(order);
    assertThat(translated.call("paymentState").asString()).isEqualTo("PAID");
    assertThat(translated.payments()).first().extracting("id").isEqualTo("first");
  }

  @Test
  void aProductThatIsGoneKeepsItsNumber() {
    JsonNode order = recorded("single-line-open").order();
    part(order, "lineItems", 0).putNull("productId").putNull("product");
    assertThat(new TranslatedOrder(order).lines(LineKind.GOODS).getFirst().sku())
        .isEqualTo("AH-1001");
  }

  @Test
  void aCompanyWithVatIdIsACompany() {
    Customer customer = recorded("b2b-net-company-vat").read("customer", Customer.class);
    assertThat(customer.kind()).isEqualTo(Customer.Kind.COMPANY);
    assertThat(customer.matchKey()).isEqualTo("vat:DE811234567");
    assertThat(customer.guest()).isFalse();
    assertThat(customer.phone()).isEqualTo("+49 941 445566");
    assertThat(customer.extra().get("shopware")).containsKey("erp_no");
  }

  @Test
  void aStateLosesItsCountryPrefix() {
    JsonNode order = recorded("currency-usd-us").order();
    ObjectNode state = ((ObjectNode) order.path("billingAddress")).putObject("countryState");
    state.put("shortCode", "US-NY").put("name", "New York");
    assertThat(new TranslatedOrder(order).read("billTo", Address.class).state()).isEqualTo("NY");
  }

  @Test
  void tagsAndCustomFieldsSurvive() {
    TranslatedOrder order = recorded("b2b-net-company-vat");
    assertThat(order.call("tags")).hasToString("[\"Großkunde\"]");
    assertThat(order.call("extra").at("/shopware/erp_purchase_order").asString())
        .isEqualTo("BE-2026/0815");
    assertThat(order.call("extra").at("/shopware/affiliateCode").asString()).isEqualTo("MESSE26");
  }

  @Test
  void anUnknownTaxStatusIsRefusedByName() {
    JsonNode order = recorded("single-line-open").order();
    ((ObjectNode) order).put("taxStatus", "brutto");
    assertThatThrownBy(() -> new TranslatedOrder(order).call("lines"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("taxStatus")
        .hasMessageContaining("brutto");
  }

  @Test
  void amountsAreDecimalTextNotNumbers() {
    assertThat(recorded("single-line-open").call("total").at("/gross"))
        .isEqualTo(ModelJson.parse("\"124.41\""));
  }
}
