package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SubscriptionTest extends TwinTest {
  private final BlockingQueue<JsonNode> notices = new LinkedBlockingQueue<>();
  private volatile int status = 202;
  private volatile boolean echo = true;
  private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private TwinServer hub;

  @Override
  Options options() {
    return Options.quick().clocked(() -> now);
  }

  @BeforeEach
  void hub() throws IOException {
    hub = TwinServer.start("127.0.0.1", 0, new Dials(), InstantSource.system(), this::receive);
  }

  @AfterEach
  void closeHub() {
    hub.close();
  }

  private Answer receive(Call call) {
    String token = call.query().get("validationToken");
    if (token != null) {
      return Answer.text(200, echo ? token : "no");
    }
    notices.add(Json.parse(call.body()));
    return Answer.empty(status);
  }

  @Test
  void aSubscriptionIsConfirmedRenewedAndDeleted() throws Exception {
    JsonNode subscription = subscribe("customers");
    String id = subscription.path("subscriptionId").asString();
    assertThat(subscription.path("clientState").asString()).isEqualTo("s3");
    String path = twin.apiUri() + "/subscriptions('" + id + "')";
    assertThat(client.refused("PATCH", path, "{}")).startsWith("400 BadRequest_InvalidToken");
    JsonNode renewed = client.patch(path, "{}");
    assertThat(renewed.path("expirationDateTime").asString())
        .isGreaterThanOrEqualTo(subscription.path("expirationDateTime").asString());
    echo = false;
    assertThat(client.refused("PATCH", path, "{}", "If-Match", "*")).contains("validation token");
    assertThat(client.send("DELETE", path, "", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(client.get(twin.apiUri() + "/subscriptions").path("value")).isEmpty();
  }

  @Test
  void postingTellsOfEveryDocumentAndOfTheOrdersEnd() throws Exception {
    order("", "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}");
    for (String set :
        new String[] {
          "salesOrders", "salesShipments", "salesInvoices", "salesCreditMemos", "items"
        }) {
      subscribe(set);
    }
    twin.shipAndInvoice("101001");
    twin.cancelInvoice("103001");
    String picture = "items(" + client.id("items", "number", "1000") + ")/picture/pictureContent";
    client.bytes("PATCH", picture, new byte[] {1, 2, 3}, "If-Match", "*");
    twin.notifyNow();
    assertThat(taken().path("value").valueStream())
        .extracting(
            notice ->
                notice.path("changeType").asString()
                    + " "
                    + notice.path("resource").asString().replaceAll("^.*/|\\(.*", ""))
        .containsExactlyInAnyOrder(
            "deleted salesOrders",
            "created salesShipments",
            "created salesInvoices",
            "created salesCreditMemos",
            "updated items");
  }

  @Test
  void changesOfTheWindowComeInOnePost() throws Exception {
    subscribe("customers");
    subscribe("salesOrders");
    JsonNode customer = client.post("customers", "{\"displayName\":\"A\"}");
    String customerId = customer.path("id").asString();
    client.patch("customers(" + customerId + ")", "{\"displayName\":\"B\"}");
    String orderId =
        order("", "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}")
            .path("id")
            .asString();
    twin.notifyNow();

    JsonNode value = taken().path("value");
    assertThat(value).hasSize(2);
    assertThat(value.path(0).path("changeType").asString()).isEqualTo("created");
    assertThat(value.path(0).path("resource").asString())
        .isEqualTo("api/v2.0/companies(" + twin.companyId() + ")/customers(" + customerId + ")");
    assertThat(value.path(1).path("resource").asString()).endsWith("salesOrders(" + orderId + ")");
    assertThat(value.path(1).path("clientState").asString()).isEqualTo("s3");
  }

  @Test
  void aDeniedNoticeDeletesTheSubscriptionARefusedOneIsRepeated() throws Exception {
    subscribe("items");
    String path = "items(" + client.id("items", "number", "1000") + ")";
    status = 503;
    client.patch(path, "{\"unitPrice\":51}");
    twin.notifyNow();
    taken();
    awaitRetry();
    status = 404;
    twin.notifyNow();
    assertThat(taken().path("value").path(0).path("changeType").asString()).isEqualTo("updated");
    for (int i = 0; i < 100 && !subscriptions().isEmpty(); i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(subscriptions()).isEmpty();
  }

  // The result of a delivery arrives on another thread; ask until the retry is queued.
  private void awaitRetry() throws Exception {
    for (int i = 0; i < 100 && notices.isEmpty(); i++) {
      twin.notifyNow();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(taken().path("value")).hasSize(1);
    TimeUnit.MILLISECONDS.sleep(200);
  }

  @Test
  void manyChangesBecomeOneCollectionItem() throws Exception {
    subscribe("items");
    StringBuilder items = new StringBuilder("{\"items\":[");
    for (int i = 0; i < 1001; i++) {
      items
          .append(i == 0 ? "" : ",")
          .append("{\"number\":\"M%d\",\"vatProductGroup\":\"VAT19\"}".formatted(i));
    }
    setup(items.append("]}").toString());
    twin.notifyNow();
    JsonNode value = taken().path("value");
    assertThat(value).hasSize(1);
    assertThat(value.path(0).path("changeType").asString()).isEqualTo("collection");
    assertThat(value.path(0).path("resource").asString())
        .contains("/items?$filter=lastModifiedDateTime%20gt%20");
  }

  @Test
  void aChangeOfNothingIsNotNotified() throws Exception {
    subscribe("items");
    String path = "items(" + client.id("items", "number", "1000") + ")";
    client.patch(path, "{\"unitPrice\":50.00}");
    twin.moveStock("1000", "MAIN", java.math.BigDecimal.ONE);
    client.patch(path, "{\"displayName\":\"neu\"}");
    twin.notifyNow();
    assertThat(taken().path("value")).hasSize(1);
    assertThat(notices).isEmpty();
  }

  @Test
  void anUnconfirmedOrUnknownResourceIsRefused() throws Exception {
    echo = false;
    assertThat(client.refused("POST", twin.apiUri() + "/subscriptions", body("customers")))
        .contains("validation token");
    echo = true;
    assertThat(client.refused("POST", twin.apiUri() + "/subscriptions", body("taxAreas")))
        .startsWith("400 BadRequest: The resource");
  }

  @Test
  void theLastRetryEndsTheSubscription() throws Exception {
    subscribe("items");
    status = 503;
    client.patch("items(" + client.id("items", "number", "1000") + ")", "{\"unitPrice\":51}");
    for (int i = 0; i < 500 && !subscriptions().isEmpty(); i++) {
      twin.notifyNow();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(subscriptions()).isEmpty();
    assertThat(notices).hasSize(6);
  }

  @Test
  void afterThreeDaysOrACleanUpTheyAreGone() throws Exception {
    subscribe("items");
    now = now.plus(Duration.ofDays(3));
    client.signIn();
    assertThat(subscriptions()).isEmpty();
    subscribe("items");
    twin.clean();
    assertThat(subscriptions()).isEmpty();
  }

  @Test
  void theEnvironmentSaysWhatItOffers() throws Exception {
    String page = "/webhookSupportedResources?$filter=resource eq 'v2.0*'";
    String runtime =
        twin.apiUri().toString().replaceFirst("v2\\.0$", "microsoft/runtime/beta/companies(");
    assertThat(client.get(runtime + twin.companyId() + ")" + page).path("value").valueStream())
        .extracting(row -> row.path("resource").asString())
        .contains("v2.0/items", "v2.0/itemLedgerEntries")
        .allMatch(resource -> resource.startsWith("v2.0/"));
    assertThat(client.refused("GET", runtime + twin.companyId() + ")/other", "")).startsWith("404");
    try (BusinessCentralTwin documented =
        BusinessCentralTwin.start(Options.quick().withDocumentedWebhooksOnly())) {
      String refused =
          new Client(documented)
              .refused(
                  "POST",
                  documented.apiUri() + "/subscriptions",
                  body("itemLedgerEntries").replace(twin.companyId(), documented.companyId()));
      assertThat(refused).startsWith("400 BadRequest: The resource");
    }
  }

  private JsonNode subscriptions() throws Exception {
    return client.get(twin.apiUri() + "/subscriptions").path("value");
  }

  private JsonNode subscribe(String set) throws Exception {
    return client.post(twin.apiUri() + "/subscriptions", body(set));
  }

  private String body(String set) {
    return "{\"notificationUrl\":\"%s/door\",\"resource\":\"/api/v2.0/companies(%s)/%s\",\"clientState\":\"s3\"}"
        .formatted(hub.uri(), twin.companyId(), set);
  }

  private JsonNode taken() throws InterruptedException {
    JsonNode notice = notices.poll(10, TimeUnit.SECONDS);
    assertThat(notice).isNotNull();
    return notice;
  }
}
