package dev.kontor.connector.shopware.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.TestShop;
import dev.kontor.kit.Signature;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AppRegistrationTest {

  private static final String QUERY =
      "shop-id=0yMckhrPb6PtBbtT&shop-url=http%3A%2F%2F127.0.0.1%3A8094&timestamp=1795254355";

  private final ShopwareInbox inbox =
      new ShopwareInbox(
          TestShop.settings(
              Map.of("appSecret", "app-secret", "doorUrl", "https://hub.example/door/abc")));

  private Received register(String signature) {
    return inbox.receive(
        new RawRequest(
            "GET",
            "/app/register",
            QUERY,
            Map.of("shopware-app-signature", signature),
            new byte[0]));
  }

  private String agreedSecret() {
    JsonNode body = ModelJson.parse(register(Signature.of("app-secret", QUERY)).reply().body());
    return body.path("secret").asString();
  }

  @Test
  void provesThatItKnowsTheAppSecret() {
    JsonNode body = ModelJson.parse(register(Signature.of("app-secret", QUERY)).reply().body());
    assertThat(body.path("proof").asString())
        .isEqualTo(Signature.of("app-secret", "0yMckhrPb6PtBbtThttp://127.0.0.1:8094Kontor"));
    assertThat(body.path("confirmation_url").asString())
        .isEqualTo("https://hub.example/door/abc/app/confirm");
    assertThat(body.path("secret").asString()).hasSize(64).isNotEqualTo("app-secret");
  }

  @Test
  void aStrangerCannotRegister() {
    Received received = register(Signature.of("guessed", QUERY));
    assertThat(received.reply().status()).isEqualTo(401);
    assertThat(received.reply().body()).isEmpty();
    assertThat(received.rejection()).isNotBlank();
  }

  @Test
  void theConfirmationMustBeSignedWithTheAgreedSecret() {
    byte[] body =
        """
        {"apiKey":"SWIA","secretKey":"k","shopId":"0yMckhrPb6PtBbtT","timestamp":"1795254355"}"""
            .getBytes(StandardCharsets.UTF_8);
    assertThat(confirm(body, Signature.of(agreedSecret(), body)).reply().status()).isEqualTo(200);
    assertThat(confirm(body, Signature.of("app-secret", body)).reply().status()).isEqualTo(401);
  }

  private Received confirm(byte[] body, String signature) {
    return inbox.receive(
        new RawRequest(
            "POST", "/app/confirm", "", Map.of("shopware-shop-signature", signature), body));
  }

  @Test
  void webhooksAreBelievedWithTheAgreedSecretOfTheirShop() {
    byte[] body = RecordedWebhooksTest.recorded("order-placed").body();
    String signature = Signature.of(agreedSecret(), body);
    Received received =
        inbox.receive(
            new RawRequest(
                "POST", "/webhook", "", Map.of("shopware-shop-signature", signature), body));
    assertThat(received.rejection()).isNull();
    assertThat(received.notices()).hasSize(1);
  }

  @Test
  void theManifestNamesAllEventsAndNeverTheSecret() {
    String xml =
        inbox
            .receive(new RawRequest("GET", "/app/manifest.xml", "", Map.of(), new byte[0]))
            .reply()
            .body();
    assertThat(xml)
        .contains("<registrationUrl>https://hub.example/door/abc/app/register</registrationUrl>")
        .doesNotContain("app-secret")
        .doesNotContain("{");
    Events.WANTED.forEach(event -> assertThat(xml).contains("event=\"" + event.name() + "\""));
  }
}
