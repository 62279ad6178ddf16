package dev.kontor.connector.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.contract.Await;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Listener;
import dev.kontor.spi.Listener.Content;
import dev.kontor.spi.Listener.Delivery;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.twin.amqp.AmqpTwin;
import dev.kontor.twin.amqp.Posted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of a running broker: what they say, and what becomes of them. */
class BrokerListenerTest {

  private static final Duration A_LOOK = Duration.ofMillis(300);

  private BrokerBench bench;
  private AmqpConnector connector;

  @SuppressWarnings("NullAway.Init") // opened before each test
  BrokerListenerTest() {}

  @BeforeEach
  void open() {
    bench = new BrokerBench();
    connector = connector(bench.settings());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private AmqpTwin twin() {
    return bench.twin();
  }

  private AmqpConnector connector(Settings settings) {
    return (AmqpConnector) new AmqpProvider().connect(settings, bench.toolbox());
  }

  private Listener.Session listen() {
    return connector.listener().orElseThrow().open();
  }

  private static Delivery next(Listener.Session session) {
    return session.next(Await.PATIENCE).orElseThrow(() -> new AssertionError("no message came"));
  }

  private static RawRequest pushed(Delivery delivery) {
    return ((Content.Pushed) delivery.content()).request();
  }

  private static String body(Delivery delivery) {
    return new String(pushed(delivery).body(), StandardCharsets.UTF_8);
  }

  private static Fault fault(Runnable call) {
    return catchThrowableOfType(FaultException.class, call::run).fault();
  }

  private void send(String body) throws Exception {
    twin().send(BrokerBench.EVENTS, Posted.json(body));
  }

  /** A broker that begins may turn the first one away. */
  private boolean isListenedTo() {
    try (Listener.Session session = listen()) {
      return true;
    } catch (FaultException e) {
      assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class);
      return false;
    }
  }

  @Test
  void aMessageIsARequestAtTheDoorItsPropertiesAreTheHeaders() throws Exception {
    byte[] body = {0, 1, (byte) 0xff, '{'};
    twin()
        .send(
            BrokerBench.EVENTS,
            Posted.bytes(body, Map.of("Shopware-Shop-Signature", "ab12", "tries", 3)));
    try (Listener.Session session = listen()) {
      Delivery delivery = next(session);
      assertThat(delivery.connection()).isEqualTo("erp");
      RawRequest request = pushed(delivery);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/events");
      assertThat(request.query()).isEqualTo("key=key%20of%2Fthe%20door");
      assertThat(request.body()).isEqualTo(body);
      assertThat(request.headers())
          .isEqualTo(
              Map.of(
                  "shopware-shop-signature",
                  "ab12",
                  "tries",
                  "3",
                  "content-type",
                  "application/json"));
    }
  }

  @Test
  void aTextIsItsBytesAndWhatIsNeitherCannotBeRead() throws Exception {
    twin().send(BrokerBench.EVENTS, Posted.value("Größe"));
    twin().send(BrokerBench.EVENTS, Posted.value(Map.of("order", "10023")));
    try (Listener.Session session = listen()) {
      assertThat(body(next(session))).isEqualTo("Größe");
      assertThat(next(session).content())
          .isInstanceOfSatisfying(
              Content.Unreadable.class,
              c -> assertThat(c.reason()).contains("neither bytes").doesNotContain("10023"));
    }
  }

  @Test
  void whateverAMessageOfChangesSaysItNamesTheTypes() throws Exception {
    twin().send(BrokerBench.MOVES, Posted.value(Map.of("anything", 1)));
    try (Listener.Session session = listen()) {
      Delivery delivery = next(session);
      assertThat(delivery.connection()).isEqualTo("shop");
      assertThat(delivery.content())
          .isEqualTo(new Content.Changed(Set.of(EntityType.STOCK, EntityType.ORDER_PROGRESS)));
    }
  }

  @Test
  void whatIsAcceptedIsGoneWhatIsReleasedComesAgainWhatIsRejectedLiesAside() throws Exception {
    send("1");
    send("2");
    send("3");
    try (Listener.Session session = listen()) {
      next(session).accept();
      next(session).reject("nobody takes it");
      Delivery third = next(session);
      third.release();
      assertThat(body(next(session))).isEqualTo("3");
      assertThat(session.next(A_LOOK)).isEmpty();
    }
    Await.until("put aside", () -> twin().dead() == 1 && twin().waiting(BrokerBench.EVENTS) == 1);
  }

  /** As when the process dies between its commit and what it says to the broker. */
  @Test
  void whatNothingIsSaidOfComesAgain() throws Exception {
    send("first");
    send("second");
    try (Listener.Session session = listen()) {
      assertThat(body(next(session))).isEqualTo("first");
      next(session).accept();
      Await.until("left there", () -> twin().waiting(BrokerBench.EVENTS) == 1);
    }
    try (Listener.Session session = listen()) {
      assertThat(body(next(session))).isEqualTo("first");
    }
  }

  @Test
  void twoWhoListenShareTheMessages() throws Exception {
    List<String> taken = new ArrayList<>();
    try (Listener.Session one = listen();
        Listener.Session other = listen()) {
      for (int i = 0; i < 200; i++) {
        send("message " + i);
      }
      while (taken.size() < 200) {
        for (Listener.Session session : List.of(one, other)) {
          Optional<Delivery> delivery = session.next(A_LOOK);
          delivery.ifPresent(
              d -> {
                taken.add(body(d));
                d.accept();
              });
        }
      }
      Await.until("left there", () -> twin().waiting(BrokerBench.EVENTS) == 0);
    }
    assertThat(taken).doesNotHaveDuplicates().hasSize(200);
  }

  @Test
  void aFullQueueLeavesTheOtherItsTurn() throws Exception {
    for (int i = 0; i < 50; i++) {
      send("flood " + i);
    }
    twin().send(BrokerBench.MOVES, Posted.json("{}"));
    try (Listener.Session session = listen()) {
      Await.until("listened to", () -> twin().listeners(BrokerBench.MOVES) == 1);
      List<String> connections = new ArrayList<>();
      for (int i = 0; i < 40 && !connections.contains("shop"); i++) {
        Delivery delivery = next(session);
        connections.add(delivery.connection());
        delivery.accept();
      }
      assertThat(connections).contains("shop");
    }
  }

  @Test
  void aBrokerThatWasAwayIsListenedToAgainAndHasLostNothing() throws Exception {
    send("before");
    Listener.Session cut = listen();
    Delivery lent = next(cut);
    twin().goAway();
    assertThat(fault(() -> cut.next(Await.PATIENCE))).isInstanceOf(Fault.Unavailable.class);
    lent.accept(); // too late, and harmless
    cut.close();
    assertThat(fault(this::listen)).isInstanceOf(Fault.Unavailable.class);
    assertThat(connector.check())
        .anyMatch(f -> f.subject().equals("listening") && f.severity() == Finding.Severity.WARNING);
    twin().comeBack();
    Await.until("listened to again", this::isListenedTo);
    try (Listener.Session session = listen()) {
      assertThat(body(next(session))).isEqualTo("before");
    }
    assertThat(connector.check())
        .anyMatch(f -> f.subject().equals("listening") && f.severity() == Finding.Severity.OK)
        .noneMatch(f -> f.severity() == Finding.Severity.ERROR);
  }

  @Test
  void aWrongPasswordIsRefusedAndSaid() {
    connector = connector(bench.wrongSecret());
    assertThat(fault(this::listen))
        .isInstanceOfSatisfying(
            Fault.SignInRefused.class,
            refused -> assertThat(refused.message()).contains("127.0.0.1", "user and password"));
  }

  @Test
  void aQueueThatIsClosedToTheUserIsNamed() {
    twin().forbid(BrokerBench.MOVES);
    assertThat(fault(this::listen))
        .isInstanceOfSatisfying(
            Fault.Forbidden.class,
            forbidden -> assertThat(forbidden.resource()).isEqualTo("queue moves"));
    assertThat(connector.check())
        .anyMatch(f -> f.severity() == Finding.Severity.ERROR && f.subject().equals("queue moves"))
        .anyMatch(f -> f.severity() == Finding.Severity.OK && f.subject().equals("queue events"));
  }

  @Test
  void aQueueThatIsNotThereIsNamed() {
    var values = BrokerBench.values(twin().url().toString(), AmqpTwin.PASSWORD);
    ((tools.jackson.databind.node.ObjectNode) values.path("queues").path(0)).put("name", "evnets");
    connector = connector(BrokerBench.settings(values));
    assertThat(fault(this::listen))
        .isInstanceOfSatisfying(
            Fault.Unavailable.class,
            away -> assertThat(away.message()).contains("has no queue evnets"));
  }

  @Test
  void aCheckTakesNoMessage() throws Exception {
    send("kept");
    assertThat(connector.check()).noneMatch(f -> f.severity() == Finding.Severity.ERROR);
    try (Listener.Session session = listen()) {
      assertThat(body(next(session))).isEqualTo("kept");
    }
  }

  @Test
  void nothingComesIfNothingWasSent() {
    try (Listener.Session session = listen()) {
      assertThat(session.next(A_LOOK)).isEmpty();
    }
  }
}
