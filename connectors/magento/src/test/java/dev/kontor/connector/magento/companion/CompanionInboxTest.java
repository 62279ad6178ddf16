package dev.kontor.connector.magento.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.twin.CompanionSender;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import dev.kontor.spi.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the module in the shop tells, and what is not believed to be its word. */
class CompanionInboxTest {

  private static final Instant SENT = Instant.ofEpochSecond(1_796_112_000L);

  /** What the module's own test has, too; computed with openssl. */
  private static final String BODY =
      "{\"events\":[{\"id\":\"0123456789abcdef0123456789abcdef\",\"type\":\"order\",\"entityId\":\"42\","
          + "\"incrementId\":\"000000042\",\"storeId\":\"1\"}]}";

  private static final String SIGNED =
      "12bf913e61566ece56243bf97853a6a2a1b171439234a2d0fefe4be6dff15ffd";

  private static CompanionInbox inbox(Duration later, String... stores) {
    return new CompanionInbox(
        CompanionSender.SECRET, List.of(stores), InstantSource.fixed(SENT.plus(later)));
  }

  private static Received receive(CompanionInbox inbox, Map<String, String> headers, String body) {
    return inbox.receive(
        new RawRequest("POST", "/companion", "", headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Received received(Duration later, String signature) {
    return receive(
        inbox(later),
        Map.of("kontor-timestamp", "1796112000", "kontor-signature", signature),
        BODY);
  }

  private static Received told(String events, String... stores) {
    return inbox(Duration.ZERO, stores)
        .receive(
            new CompanionSender(CompanionSender.SECRET, InstantSource.fixed(SENT))
                .sent(("{\"events\":" + events + "}").getBytes(StandardCharsets.UTF_8)));
  }

  private static String event(String type, String id, String key, String store) {
    return "{\"type\":\"%s\",\"entityId\":\"%s\",\"id\":\"%s\",\"storeId\":\"%s\"}"
        .formatted(type, id, key.repeat(32), store);
  }

  @Test
  void believesWhatTheModuleSigns() {
    assertThat(received(Duration.ZERO, SIGNED).rejection()).isNull();
    assertThat(received(Duration.ZERO, SIGNED).notices())
        .containsExactly(
            new Notice(EntityType.ORDER, "42", "saved", "0123456789abcdef0123456789abcdef"));
  }

  @Test
  void whatIsOldOrFromTheFutureIsSomebodyElses() {
    assertThat(received(Duration.ofMinutes(10), SIGNED).rejection()).isNull();
    assertThat(received(Duration.ofMinutes(-10), SIGNED).rejection()).isNull();
    assertThat(received(Duration.ofMinutes(11), SIGNED).rejection()).contains("10 minutes");
    assertThat(received(Duration.ofMinutes(-11), SIGNED).rejection()).contains("clocks");
    assertThat(received(Duration.ofMinutes(11), SIGNED).notices()).isEmpty();
  }

  @Test
  void anotherTimeBodyOrSecretIsAForgery() {
    assertThat(received(Duration.ZERO, SIGNED.replace('1', '2')).rejection())
        .contains("does not fit");
    assertThat(received(Duration.ZERO, "").rejection()).contains("does not fit");
    CompanionInbox inbox = inbox(Duration.ZERO);
    Map<String, String> later =
        Map.of("kontor-timestamp", "1796112001", "kontor-signature", SIGNED);
    assertThat(receive(inbox, later, BODY).rejection()).contains("does not fit");
    Map<String, String> same = Map.of("kontor-timestamp", "1796112000", "kontor-signature", SIGNED);
    assertThat(receive(inbox, same, BODY.replace("42", "43")).rejection()).contains("does not fit");
    assertThat(receive(inbox, Map.of("kontor-signature", SIGNED), BODY).rejection())
        .contains("no time");
    Map<String, String> odd = Map.of("kontor-timestamp", "-1796112000", "kontor-signature", SIGNED);
    assertThat(receive(inbox, odd, BODY).rejection()).contains("no time");
  }

  @Test
  void manyEventsAreManyNoticesAndWhatIsUnknownIsPassedOver() {
    String events =
        "["
            + String.join(
                ",",
                event("order", "1", "a", "1"),
                event("customer", "7", "b", "1"),
                event("wishlist", "8", "c", "1"),
                event("order", "1 or 1", "d", "1"),
                event("order", "-3", "e", "1"),
                "5")
            + "]";
    assertThat(told(events).rejection()).isNull();
    assertThat(told(events).notices())
        .extracting(notice -> notice.type() + " " + notice.id())
        .containsExactly("ORDER 1", "CUSTOMER 7");
  }

  @Test
  void ordersOfOtherStoreViewsAreAnotherConnections() {
    String events =
        "["
            + event("order", "1", "a", "1")
            + ","
            + event("order", "2", "b", "2")
            + ","
            + event("customer", "7", "c", "2")
            + "]";
    assertThat(told(events, "2").notices()).extracting(Notice::id).containsExactly("2", "7");
  }

  @Test
  void whatNamesNoEventsIsRefused() {
    assertThat(told("{}").reply().status()).isEqualTo(400);
    RawRequest genuine =
        new CompanionSender(CompanionSender.SECRET, InstantSource.fixed(SENT))
            .saved("order", "1", "000000001");
    CompanionInbox inbox = inbox(Duration.ZERO);
    assertThat(
            inbox
                .receive(new RawRequest("GET", "/companion", "", genuine.headers(), genuine.body()))
                .reply()
                .status())
        .isEqualTo(405);
    assertThat(
            inbox
                .receive(new RawRequest("POST", "/", "", genuine.headers(), genuine.body()))
                .reply()
                .status())
        .isEqualTo(404);
  }

  @Test
  void withoutSecretThereIsNoDoor() {
    Settings without = new Settings("shop", ModelJson.parse("{}"));
    assertThat(CompanionInbox.of(without, List.of(), InstantSource.system())).isEmpty();
    Settings with = new Settings("shop", ModelJson.parse("{\"companion\":{\"secret\":\"s\"}}"));
    assertThat(CompanionInbox.of(with, List.of(), InstantSource.system())).isPresent();
  }
}
