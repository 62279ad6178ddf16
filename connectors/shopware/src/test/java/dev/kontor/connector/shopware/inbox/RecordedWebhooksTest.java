package dev.kontor.connector.shopware.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Recorded;
import dev.kontor.connector.shopware.TestShop;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Webhooks a real shop sent. */
class RecordedWebhooksTest {

  private final ShopwareInbox signed =
      new ShopwareInbox(TestShop.settings(Map.of("shopSecret", "shop-handshake-secret")));
  private final ShopwareInbox unsigned = new ShopwareInbox(TestShop.settings(Map.of()));

  static RawRequest recorded(String name) {
    JsonNode received = Recorded.json("webhooks/" + name + ".json").path("received");
    Map<String, String> headers = new HashMap<>();
    received
        .path("headers")
        .forEachEntry((key, value) -> headers.put(key.toLowerCase(Locale.ROOT), value.asString()));
    return new RawRequest(
        received.path("method").asString(),
        "/webhook",
        "",
        headers,
        received.path("body").asString().getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "order-placed, ORDER, 01a1fd7f8260723ea700d55db49e85a4, checkout.order.placed",
    "order-written-insert, ORDER, 01a1fd7f8533730b8544d47ad186ef2a, order.written",
    "order-written-update, ORDER, 01a1fd7f9ca473e09ad7f15c9df1d3dd, order.written",
    "state-paid, ORDER, 01a1fd7f8533730b8544d47ad186ef2a,"
        + " state_enter.order_transaction.state.paid",
    "state-cancelled, ORDER, 01a1fd7f9a6c739ab45d00d55d21556f, state_enter.order.state.cancelled",
    "state-shipped, ORDER, 01a1fd7fa5e470159e94eb3dfde7a029,"
        + " state_enter.order_delivery.state.shipped",
    "state-shipped-partially, ORDER, 01a1fd7fa445729eb80d821ce7123598,"
        + " state_enter.order_delivery.state.shipped_partially",
    "product-written, PRODUCT, 54f64c3e000abdb07319513dec79bb27, product.written",
    "customer-written, CUSTOMER, 01a1fd7f88ed72f2b78eb45ea30fadae, customer.written",
    "customer-register, CUSTOMER, 01a1fd7f88ed72f2b78eb45ea30fadae, checkout.customer.register"
  })
  void aSignedWebhookNamesItsDocument(String name, EntityType type, String id, String event) {
    Received received = signed.receive(recorded(name));
    assertThat(received.rejection()).isNull();
    assertThat(received.reply().status()).isEqualTo(200);
    assertThat(received.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.type()).isEqualTo(type);
              assertThat(notice.id()).isEqualTo(id);
              assertThat(notice.event()).isEqualTo(event);
              assertThat(notice.dedupeKey()).matches("[0-9a-f]{32}");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-placed", "state-paid", "product-written"})
  void aChangedBodyIsAForgery(String name) {
    RawRequest genuine = recorded(name);
    byte[] changed =
        (new String(genuine.body(), StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
    Received received =
        signed.receive(new RawRequest("POST", "/webhook", "", genuine.headers(), changed));
    assertThat(received.reply().status()).isEqualTo(401);
    assertThat(received.notices()).isEmpty();
    assertThat(received.rejection()).contains("signature").doesNotContain("shop-handshake-secret");
  }

  @Test
  void anUnsignedWebhookIsAForgeryWhereTheShopSigns() {
    Received received = signed.receive(recorded("order-placed-unsigned"));
    assertThat(received.reply().status()).isEqualTo(401);
    assertThat(received.rejection()).contains("unsigned");
  }

  @Test
  void anUnsignedWebhookIsAHintWhereTheShopCannotSign() {
    List<Notice> notices = unsigned.receive(recorded("order-placed-unsigned")).notices();
    assertThat(notices).extracting(Notice::id).containsExactly("01a1fd7f8260723ea700d55db49e85a4");
    assertThat(unsigned.receive(recorded("order-placed-unsigned")).notices()).isEqualTo(notices);
  }

  @Test
  void aDraftOfAnEditedOrderIsOfNoInterest() {
    RawRequest live = recorded("order-written-update");
    String draft =
        new String(live.body(), StandardCharsets.UTF_8)
            .replace("0fa91ce3e96a4bc2be4bd9ce752c3425", "01a1fd7f91b172c28ecc3dda093b0c3e");
    Received received =
        unsigned.receive(
            new RawRequest(
                "POST", "/webhook", "", Map.of(), draft.getBytes(StandardCharsets.UTF_8)));
    assertThat(received.rejection()).isNull();
    assertThat(received.notices()).isEmpty();
  }

  @Test
  void onlyAPostIsAWebhook() {
    Received received =
        unsigned.receive(new RawRequest("GET", "/webhook", "", Map.of(), new byte[0]));
    assertThat(received.reply().status()).isEqualTo(405);
  }
}
