package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.EntityType;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import dev.kontor.spi.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the door makes of what Business Central, or somebody else, sends. */
class HintInboxTest {

  private static final String COMPANY = "api/v2.0/companies(11111111-2222-3333-4444-555555555555)/";
  private static final String ID = "5D115C9C-44E3-EA11-BB43-000D3A2FECA1";

  private final HintDoor door = door(Json.object());
  private final HintInbox inbox = new HintInbox(door);

  private static HintDoor door(ObjectNode changed) {
    ObjectNode settings =
        Json.object()
            .put("tenant", "merchant.example")
            .put("environment", "Production")
            .put("company", "Merchant GmbH")
            .put("clientId", "id")
            .put("clientSecret", "the secret")
            .put("doorUrl", "https://hub.example/erp/");
    settings.setAll(changed);
    settings.putObject("vat").putObject("DOMESTIC").putObject("VAT19").put("rate", "19");
    return HintDoor.of(Configuration.of(new Settings("erp", settings))).orElseThrow();
  }

  private String path(Watched watched) {
    return door.address(watched).substring("https://hub.example/erp".length());
  }

  private Received sent(Watched watched, String query, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return inbox.receive(new RawRequest("POST", path(watched), query, Map.of(), bytes));
  }

  private static String item(String state, String resource, String changeType) {
    return ("{\"subscriptionId\":\"s\",\"clientState\":\"%s\",\"resource\":\"%s\","
            + "\"changeType\":\"%s\",\"lastModifiedDateTime\":\"2026-03-15T10:00:00Z\"}")
        .formatted(state, resource, changeType);
  }

  private Received announced(Watched watched, String... items) {
    return sent(watched, "", "{\"value\":[" + String.join(",", items) + "]}");
  }

  private String genuine(Watched watched, String resource, String changeType) {
    return item(door.clientState(watched), COMPANY + resource, changeType);
  }

  @Test
  void theTokenComesBackAsPlainTextAtAKnownAddressOnly() {
    Received echoed = sent(Watched.ITEMS, "a=b&validationToken=6d2f%3Cb%3E+x", "");
    assertThat(echoed.reply().status()).isEqualTo(200);
    assertThat(echoed.reply().body()).isEqualTo("6d2f<b> x");
    assertThat(echoed.reply().headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
    assertThat(echoed.rejection()).isNull();
    String guessed = path(Watched.ITEMS).replaceAll("[0-9a-f]$", "-");
    Received refused =
        inbox.receive(new RawRequest("POST", guessed, "validationToken=1", Map.of(), new byte[0]));
    assertThat(refused.reply().status()).isEqualTo(404);
    assertThat(refused.reply().body()).isEmpty();
    assertThat(refused.rejection()).isNotBlank();
  }

  @Test
  void aChangeIsAHintForAllThatReadTheSet() {
    Received orders =
        announced(
            Watched.ORDERS,
            genuine(Watched.ORDERS, "salesOrders(" + ID + ")", "updated"),
            genuine(Watched.ORDERS, "salesOrders(" + ID + ")", "created"));
    assertThat(orders.reply().status()).isEqualTo(202);
    assertThat(orders.hints())
        .containsExactlyInAnyOrder(EntityType.ORDER, EntityType.ORDER_PROGRESS, EntityType.STOCK);
    assertThat(orders.notices()).isEmpty();
  }

  @Test
  void aWholeCollectionIsAHintToo() {
    String since = "items?$filter=lastModifiedDateTime%20gt%202026-03-15T09:59:59.95Z";
    assertThat(announced(Watched.ITEMS, genuine(Watched.ITEMS, since, "collection")).hints())
        .contains(EntityType.PRODUCT, EntityType.PRICE);
    assertThat(announced(Watched.ITEMS, genuine(Watched.ITEMS, "items", "collection")).hints())
        .contains(EntityType.PRODUCT);
  }

  @Test
  void aDeletedItemOrOrderIsNamedAndAnInvoiceNeedsNoName() {
    assertThat(deleted(Watched.ORDERS).notices())
        .extracting(Notice::type)
        .containsExactly(EntityType.ORDER_PROGRESS);
    assertThat(deleted(Watched.INVOICES).notices()).isEmpty();
    Received gone = deleted(Watched.ITEMS);
    assertThat(gone.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.type()).isEqualTo(EntityType.PRODUCT))
        .satisfies(
            notice -> assertThat(notice.id()).isEqualTo(ID.toLowerCase(java.util.Locale.ROOT)))
        .extracting(Notice::dedupeKey)
        .isEqualTo(deleted(Watched.ITEMS).notices().getFirst().dedupeKey());
  }

  private Received deleted(Watched watched) {
    return announced(watched, genuine(watched, watched.entitySet() + "(" + ID + ")", "deleted"));
  }

  @Test
  void whatIsNotBelievedAtAKnownAddressNeverEndsTheSubscription() {
    String other = item(door.clientState(Watched.ORDERS), COMPANY + "items(1)", "updated");
    for (Received refused :
        Arrays.asList(
            announced(Watched.ITEMS, other),
            announced(Watched.ITEMS, genuine(Watched.ITEMS, "items(1)", "updated"), other),
            announced(Watched.ITEMS, "{}"),
            announced(Watched.ITEMS, genuine(Watched.ITEMS, "salesOrders(1)", "updated")),
            sent(Watched.ITEMS, "", "{\"value\":"),
            sent(Watched.ITEMS, "", "[]"),
            sent(Watched.ITEMS, "validationToken=" + "a".repeat(2049), ""))) {
      assertThat(refused.reply().status()).isEqualTo(202);
      assertThat(refused.hints()).isEmpty();
      assertThat(refused.notices()).isEmpty();
      assertThat(refused.rejection()).isNotBlank().doesNotContain(door.clientState(Watched.ITEMS));
    }
  }

  @Test
  void addressesDifferBySetCompanyEnvironmentDoorAndSecret() {
    assertThat(
            Arrays.asList(
                door.address(Watched.ITEMS),
                door.address(Watched.ITEMS).replace("items", "salesOrders"),
                door.address(Watched.ORDERS),
                door(Json.object().put("company", "Other")).address(Watched.ITEMS),
                door(Json.object().put("environment", "Copy")).address(Watched.ITEMS),
                door(Json.object().put("doorUrl", "https://other.example")).address(Watched.ITEMS),
                door(Json.object().put("clientSecret", "new")).address(Watched.ITEMS)))
        .doesNotHaveDuplicates();
    assertThat(door.address(Watched.ITEMS))
        .matches("https://hub.example/erp/changes/items/[0-9a-f]{40}");
    assertThat(door.address(Watched.ITEMS)).doesNotContain(door.clientState(Watched.ITEMS));
    assertThat(door(Json.object()).address(Watched.ITEMS)).isEqualTo(door.address(Watched.ITEMS));
  }

  @Test
  void aDoorThatIsNoAddressIsNamed() {
    assertThatThrownBy(() -> door(Json.object().put("doorUrl", "hub.example")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("erp.doorUrl")
        .hasMessageContaining("https://hub.example/erp");
  }
}
