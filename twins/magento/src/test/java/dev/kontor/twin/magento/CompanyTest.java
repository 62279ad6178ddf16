package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Companies and what they may owe, as the vendor's pages tell it. */
class CompanyTest {
  private static final String COMPANY =
      """
      {"company": {"company_name": "Krämer Outdoor GmbH", "company_email": "e@kraemer.example",
       "street": ["Industriestraße 44"], "city": "Ravensburg", "country_id": "DE",
       "postcode": "88212", "telephone": "0751 4410", "vat_tax_id": "DE123456789",
       "super_user_id": 1, "customer_group_id": 3, "status": 1}}""";

  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo().adobeCommerce());
    shop = new SignedClient(twin.uri());
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  private JsonNode ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode credit() {
    return ok(shop.get("/rest/V1/companyCredits/company/1"));
  }

  private Reply order(int pieces) {
    return shop.post(
        "/_twin/shop/orders",
        """
        {"customer": {"id": 1}, "payment_method": "companycredit", "po_number": "B-77",
         "lines": [{"sku": "KOCHER-F1", "qty": %d}]}"""
            .formatted(pieces));
  }

  private void limit(String amount) {
    String body =
        "{\"creditLimit\":{\"id\":1,\"company_id\":1,\"currency_code\":\"EUR\",\"credit_limit\":"
            + amount
            + ",\"balance\":-5}}";
    ok(shop.send("PUT", "/rest/V1/companyCredits/1", body));
  }

  @Test
  void anOpenSourceShopHasNone() throws IOException {
    try (MagentoTwin other = MagentoTwin.start(Options.demo());
        SignedClient client = new SignedClient(other.uri())) {
      assertThat(client.get("/rest/V1/company/1").status()).isEqualTo(404);
      assertThat(client.get("/rest/V1/companyCredits/1").status()).isEqualTo(404);
      assertThat(client.get("/rest/V1/customers/1").json().path("extension_attributes").toString())
          .isEqualTo("{\"is_subscribed\":false}");
    }
  }

  @Test
  void whoBelongsToACompanyIsInItsGroup() {
    JsonNode company = ok(shop.post("/rest/V1/company/", COMPANY));
    JsonNode customer = ok(shop.get("/rest/V1/customers/1"));
    assertThat(customer.path("group_id").asInt()).isEqualTo(3);
    assertThat(customer.path("extension_attributes").path("company_attributes").path("company_id"))
        .isEqualTo(company.path("id"));
    String change = COMPANY.replace("\"customer_group_id\": 3", "\"customer_group_id\": 4");
    ok(shop.send("PUT", "/rest/V1/company/1", change));
    assertThat(ok(shop.get("/rest/V1/customers/1")).path("group_id").asInt()).isEqualTo(4);
    JsonNode members =
        ok(shop.get("/rest/V1/customers/companies?searchCriteria[pageSize]=5")).path("items");
    assertThat(members).hasSize(1);
    assertThat(members.path(0).path("customer_id").asInt()).isEqualTo(1);
    Reply refused = shop.post("/rest/V1/company/", COMPANY.replace("\"super_user_id\": 1, ", ""));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("parameters").path("fieldName").asString())
        .isEqualTo("super_user_id");
  }

  @Test
  void anOrderBeyondWhatIsLeftIsRefused() {
    ok(shop.post("/rest/V1/company/", COMPANY));
    assertThat(order(1).status()).isEqualTo(400);
    limit("1000");
    Reply placed = order(1);
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    JsonNode total = placed.json().path("orders").path(0).path("grand_total");
    assertThat(credit().path("balance").decimalValue())
        .isEqualByComparingTo(total.decimalValue().negate());
    assertThat(credit().path("available_limit").decimalValue())
        .isEqualByComparingTo(BigDecimal.valueOf(1000).subtract(total.decimalValue()));
    Reply beyond = order(30);
    assertThat(beyond.status()).isEqualTo(400);
    assertThat(beyond.text()).contains("credit limit was exceeded");
    JsonNode order = ok(shop.get("/rest/V1/orders/1"));
    assertThat(order.path("payment").path("po_number").asString()).isEqualTo("B-77");
    assertThat(
            order
                .path("extension_attributes")
                .path("company_order_attributes")
                .path("company_name")
                .asString())
        .isEqualTo("Krämer Outdoor GmbH");
    ok(shop.post("/rest/V1/orders/1/cancel", "{}"));
    assertThat(credit().path("balance").decimalValue()).isZero();
  }

  @Test
  void aBalanceMovesByOperationsOnly() {
    ok(shop.post("/rest/V1/company/", COMPANY));
    limit("100");
    assertThat(credit().path("balance").asInt()).isZero();
    String operation = "{\"value\":30,\"currency\":\"EUR\",\"operationType\":%d,\"comment\":\"x\"}";
    String down = "/rest/V1/companyCredits/1/decreaseBalance";
    String up = "/rest/V1/companyCredits/1/increaseBalance";
    assertThat(ok(shop.post(down, operation.formatted(2))).asBoolean()).isTrue();
    assertThat(credit().path("balance").asInt()).isEqualTo(-30);
    assertThat(shop.post(down, operation.formatted(5)).status()).isEqualTo(400);
    assertThat(shop.post(up, operation.formatted(3)).status()).isEqualTo(400);
    ok(shop.post(up, operation.formatted(4)));
    assertThat(credit().path("balance").asInt()).isZero();
    JsonNode history =
        ok(shop.get("/rest/V1/companyCredits/history?searchCriteria[pageSize]=9")).path("items");
    assertThat(history).extracting(h -> h.path("type").asInt()).containsExactly(1, 2, 4);
    assertThat(history.path(1).path("comment").asString()).isEqualTo("{\"custom\":\"x\"}");
  }
}
