package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import dev.kontor.twin.magento.api.Integration;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may call: signed requests, and nothing else unless the merchant has switched it on. */
class SignInTest {
  private static final String ORDERS = "/rest/V1/orders?searchCriteria[pageSize]=1";
  private static final String NOT_AUTHORIZED =
      "The consumer isn't authorized to access %resources.";

  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  private static void refused(Reply reply, int status, String message) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("message").asString()).isEqualTo(message);
  }

  @Test
  void aSignedRequestIsTaken() {
    assertThat(shop.get(ORDERS).status()).isEqualTo(200);
    // Names and values of any kind are signed; a bare name is not.
    assertThat(shop.get("/rest/V1/orders?searchCriteria").status()).isEqualTo(200);
    assertThat(shop.get("/rest/default/V1/orders?searchCriteria=&x=%C3%9C%20%2B~*").status())
        .isEqualTo(200);
  }

  @Test
  void aForgedOneIsNot() {
    refused(
        shop.secret("x".repeat(32)).get(ORDERS),
        401,
        "The signature is invalid. Verify and try again.");
  }

  @Test
  void aReplayedOneIsNot() {
    shop.with("oauth_nonce", "once");
    assertThat(shop.get(ORDERS).status()).isEqualTo(200);
    refused(shop.get(ORDERS), 401, "The nonce is already being used by the consumer with ID %1");
  }

  @Test
  void partsThatDoNotHoldAreNamed() {
    refused(
        shop.with("oauth_timestamp", "9999999999").get(ORDERS),
        401,
        "Incorrect timestamp value in the oauth_timestamp parameter");
    shop.with("oauth_timestamp", "1795000000");
    refused(
        shop.with("oauth_signature_method", "HMAC-SHA1").get(ORDERS),
        400,
        "Signature method %1 is not supported");
    shop.with("oauth_signature_method", "HMAC-SHA256");
    refused(
        shop.with("oauth_token", "x".repeat(32)).get(ORDERS),
        401,
        "Specified token does not exist");
    refused(
        shop.with("oauth_token", null).get(ORDERS),
        400,
        "\"%fieldName\" is required. Enter and try again.");
  }

  @Test
  void aBearerCountsOnlyWhereSwitchedOn() {
    refused(bearer(), 401, NOT_AUTHORIZED);
    shop.send("PUT", "/_twin/shop/bearer", "{\"on\":true}");
    assertThat(bearer().status()).isEqualTo(200);
  }

  private Reply bearer() {
    return Callers.plain(twin.uri(), "GET", ORDERS, null, "Bearer " + Options.TOKEN);
  }

  @Test
  void eachRouteNeedsItsRight() throws IOException {
    Integration some =
        new Integration(
            7,
            Options.CONSUMER_KEY,
            Options.CONSUMER_SECRET,
            Options.TOKEN,
            Options.TOKEN_SECRET,
            Set.of("Magento_Sales::actions_view"));
    try (MagentoTwin limited = MagentoTwin.start(Options.demo().integrations(some));
        SignedClient clerk = new SignedClient(limited.uri())) {
      assertThat(clerk.get(ORDERS).status()).isEqualTo(200);
      Reply ship = clerk.post("/rest/V1/order/1/ship", "{}");
      refused(ship, 401, NOT_AUTHORIZED);
      assertThat(ship.json())
          .isEqualTo(Fixtures.json("recorded/errors/401-insufficient-scope-post.json"));
    }
  }
}
