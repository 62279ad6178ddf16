package dev.kontor.proof.broker;

import static dev.kontor.proof.broker.Brokered.MOVES;
import static dev.kontor.proof.broker.Brokered.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Running;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.amqp.AmqpTwin;
import dev.kontor.twin.amqp.Posted;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Shop and ERP are asked once an hour here; what comes sooner was left at a broker. */
class BrokerStoryTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private Brokered story;

  @SuppressWarnings("NullAway.Init") // opened before each story
  BrokerStoryTest() {}

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    story = new Brokered(directory);
  }

  @AfterEach
  void close() {
    story.close();
  }

  private AmqpTwin broker() {
    return story.broker;
  }

  @Test
  void anOrderIsInTheErpLongBeforeThePollAndWhatIsNotBelievedLiesAside() throws Exception {
    story.serveAndPoll();
    JsonNode order = story.buy("anne@kunde.example");
    long began = System.nanoTime();
    Posted genuine = Brokered.webhook(order, "event-1");
    broker().send(WEBHOOKS, genuine);
    story.awaitBooked();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    long messages = messages(order);
    assertThat(messages).isPositive();

    broker().send(WEBHOOKS, genuine); // as a broker that was not told gives it out again
    byte[] forged = "{\"data\": {}, \"source\": {}}".getBytes(StandardCharsets.UTF_8);
    broker().send(WEBHOOKS, Posted.bytes(forged, Map.of("shopware-shop-signature", "00")));
    broker().send(WEBHOOKS, Posted.value(Map.of("neither", "bytes nor text")));
    broker().send(WEBHOOKS, Posted.bytes(new byte[17 * 1024 * 1024], Map.of()));
    story.await("all said", () -> story.said("accepted") == 2 && story.said("rejected") == 3);
    story.await("three put aside", () -> broker().dead() == 3);
    assertThat(broker().waiting(WEBHOOKS)).isZero();
    assertThat(story.metric("kontor_door_refused_total{connection=\"shop\"}")).isEqualTo(3);
    assertThat(messages(order)).isEqualTo(messages);
    assertThat(story.pair.truth().differences()).isEmpty();
  }

  /** So many the hub knows of it. */
  private long messages(JsonNode order) throws Exception {
    Running shown = story.hub().bare("show", order.path("orderNumber").asString());
    assertThat(shown.end(Await.PATIENCE)).as(shown.all()).isZero();
    return shown.out().lines().filter(line -> line.matches("\\d+\\s.*")).count();
  }

  @Test
  void aThousandMessagesAreFewPolls() throws Exception {
    story.serveAndPoll();
    story.pair.erp().moveStock("AH-1003", "MAIN", BigDecimal.valueOf(-43));
    long before = story.calls();
    for (int i = 0; i < 1_000; i++) {
      broker().send(MOVES, Posted.json("{\"moved\": " + i + "}"));
    }
    story.await("shown in the shop", () -> story.pair.truth().shopStock("AH-1003") == 457);
    story.await("all taken", () -> story.said("accepted") == 1_000 && broker().waiting(MOVES) == 0);
    assertThat(story.calls() - before).isLessThan(100);
  }

  @Test
  void aBrokerThatIsAwayKeepsNobodyFromStartingAndIsFoundAgain() throws Exception {
    broker().goAway();
    story.serve();
    story.await(
        "out of reach", () -> story.metric("kontor_breaker_open{connection=\"broker\"}") == 1);
    broker().comeBack();
    story.await("listened to", () -> broker().listeners(WEBHOOKS) == 1);
    JsonNode order = story.buy("bert@kunde.example");
    broker().send(WEBHOOKS, Brokered.webhook(order, "event-2"));
    story.awaitBooked();
    broker().goAway();
    broker().comeBack();
    story.await("listened to again", () -> broker().listeners(WEBHOOKS) == 1);
    story.await("in reach", () -> story.metric("kontor_breaker_open{connection=\"broker\"}") == 0);
  }

  @Test
  void aUserWhoIsNotLetInPausesTheConnectionUntilAPersonResumesIt() throws Exception {
    story.serve();
    story.await("listened to", () -> broker().listeners(WEBHOOKS) == 1);
    broker().password("another-one");
    broker().cut();
    story.await("paused", () -> story.metric("kontor_paused{subject=\"connection:broker\"}") == 1);
    int refused = broker().refused();
    LockSupport.parkNanos(Duration.ofSeconds(5).toNanos()); // in which it would try again
    assertThat(broker().refused()).isEqualTo(refused).isLessThan(10);
    assertThat(check()).contains("ERROR   sign-in: the broker 127.0.0.1 does not take the user");

    broker().password(AmqpTwin.PASSWORD);
    String token = token();
    Wire.post(
        story.hub().administration(),
        "/api/resume",
        Json.object().put("subject", "connection:broker"),
        token);
    JsonNode order = story.buy("carla@kunde.example");
    broker().send(WEBHOOKS, Brokered.webhook(order, "event-3"));
    story.awaitBooked();
  }

  private String check() throws Exception {
    Running check = story.hub().command("check");
    check.end(Await.PATIENCE);
    return check.all();
  }

  private String token() throws Exception {
    Running made = story.hub().bare("token", "create", "story", "--right=read", "--right=decide");
    assertThat(made.end(Await.PATIENCE)).as(made.all()).isZero();
    return made.out().strip();
  }

  @Test
  void aHubThatIsKilledAmidMessagesHasEachOrderOnce() throws Exception {
    story.serveAndPoll();
    List<JsonNode> orders = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      orders.add(story.buy("buyer" + i + "@kunde.example"));
    }
    for (int i = 0; i < orders.size(); i++) {
      broker().send(WEBHOOKS, Brokered.webhook(orders.get(i), "killed-" + i));
    }
    story.await("some taken", () -> broker().taken(WEBHOOKS) > 0);
    story.kill();
    story.serve();
    story.await("all taken", () -> broker().waiting(WEBHOOKS) == 0);
    story.awaitBooked();
    assertThat(story.pair.truth().erpOrders()).hasSize(40);
    assertThat(broker().dead()).isZero();
  }
}
