package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose turn it is, and what a price for the whole quote makes of its items. */
class QuoteTest {
  private static final String COMPANY =
      """
      {"company": {"company_name": "Krämer", "company_email": "e@kraemer.example", "street": ["A 1"],
       "city": "Ulm", "country_id": "DE", "postcode": "89073", "telephone": "1",
       "super_user_id": 1, "customer_group_id": 1, "status": 1}}""";

  private final ManualClock clock = new ManualClock("2026-11-21T10:00:00Z");
  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo().adobeCommerce().clock(clock));
    shop = new SignedClient(twin.uri());
    ok(shop.post("/rest/V1/company/", COMPANY));
    ok(
        shop.post(
            "/_twin/shop/quotes",
            """
            {"customer": {"id": 1}, "name": "Zelte", "comment": "Bitte billiger",
             "lines": [{"sku": "KOCHER-F1", "qty": 7}, {"sku": "GAS-230", "qty": 3}]}"""));
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

  private Reply price(String price) {
    return shop.send(
        "PUT",
        "/rest/V1/negotiableQuote/1",
        "{\"quote\":{\"id\":1,\"extension_attributes\":{\"negotiable_quote\":{" + price + "}}}}");
  }

  private JsonNode quote() {
    return ok(shop.get("/rest/V1/carts/1")).path("extension_attributes").path("negotiable_quote");
  }

  private Reply submit() {
    return shop.post(
        "/rest/V1/negotiableQuote/submitToCustomer", "{\"quoteId\":1,\"comment\":\"Bitte\"}");
  }

  private Reply buyer(String action) {
    return shop.send("PUT", "/_twin/shop/quotes", "{\"quote_id\":1,\"action\":\"" + action + "\"}");
  }

  @Test
  void aProposedTotalIsWhatTheOrderComesTo() {
    assertThat(ok(price("\"negotiated_price_type\":3,\"negotiated_price_value\":250.01")))
        .isEmpty();
    assertThat(quote().path("status").asString()).isEqualTo("processing_by_admin");
    assertThat(quote().path("negotiated_total_price").decimalValue())
        .isEqualByComparingTo("250.01");
    ok(submit());
    Reply placed = shop.post("/_twin/shop/quotes/order", "{\"quote_id\":1}");
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    JsonNode order = ok(shop.get("/rest/V1/orders/1"));
    assertThat(order.path("subtotal").decimalValue()).isEqualByComparingTo("250.01");
    assertThat(order.path("quote_id").asInt()).isEqualTo(1);
    assertThat(quote().path("status").asString()).isEqualTo("ordered");
  }

  @Test
  void theSellerActsOnHisTurnOnly() {
    ok(submit());
    assertThat(submit().status()).isEqualTo(400);
    assertThat(price("\"negotiated_price_type\":1,\"negotiated_price_value\":5").status())
        .isEqualTo(400);
    ok(buyer("answer"));
    assertThat(quote().path("status").asString()).isEqualTo("submitted_by_customer");
    ok(price("\"negotiated_price_type\":1,\"negotiated_price_value\":5"));
    ok(shop.post("/rest/V1/negotiableQuote/decline", "{\"quoteId\":1,\"reason\":\"Nein\"}"));
    assertThat(quote().path("negotiated_price_type").isNull()).isTrue();
    JsonNode said = ok(shop.get("/rest/V1/negotiableQuote/1/comments"));
    assertThat(said).extracting(c -> c.path("creator_type").asInt()).containsExactly(3, 2, 2);
    assertThat(said.path(2).path("is_decline").asInt()).isEqualTo(1);
  }

  @Test
  void pricesOfItemsAndDaysThatArePastAreRefused() {
    Reply items =
        shop.send(
            "PUT",
            "/rest/V1/negotiableQuote/1",
            """
            {"quote": {"id": 1, "items": [{"sku": "KOCHER-F1", "qty": 7, "extension_attributes":
             {"negotiable_quote_item": {"extension_attributes": {"negotiated_price_value": 5}}}}]}}""");
    assertThat(items.status()).isEqualTo(400);
    assertThat(items.json().path("message").asString())
        .isEqualTo("You cannot negotiate prices on individual items.");
    assertThat(price("\"expiration_period\":\"2026-11-20\"").status()).isEqualTo(400);
    assertThat(price("\"negotiated_price_type\":4,\"negotiated_price_value\":5").status())
        .isEqualTo(400);
  }

  @Test
  void anOfferExpiresAfterItsDay() {
    ok(
        price(
            "\"negotiated_price_type\":2,\"negotiated_price_value\":10,"
                + "\"expiration_period\":\"2026-11-22\""));
    ok(submit());
    clock.advance(Duration.ofDays(1));
    assertThat(quote().path("status").asString()).isEqualTo("submitted_by_admin");
    clock.advance(Duration.ofDays(1));
    assertThat(quote().path("status").asString()).isEqualTo("expired");
  }
}
