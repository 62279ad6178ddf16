package dev.kontor.proof.broker;

import dev.kontor.app.hub.Records;
import dev.kontor.contract.Await;
import dev.kontor.kit.Signature;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Rest;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.amqp.AmqpTwin;
import dev.kontor.twin.amqp.Posted;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A served hub that asks shop and ERP once an hour and is called by neither; what comes sooner came
 * by a message.
 */
final class Brokered implements AutoCloseable {

  static final String WEBHOOKS = "webhooks";
  static final String MOVES = "moves";

  private static final String BROKER =
      """
        broker:
          connector: amqp
          zone: Europe/Berlin
          settings:
            url: ${BROKER}
            user: hub
            password: {env: BROKER_PASSWORD}
            queues:
              - {name: webhooks, connection: shop, door: /webhook}
              - {name: moves, connection: erp, changed: [stock]}
      packs:
      """;

  final AmqpTwin broker;
  final TwinPair pair = new TwinPair();
  private final Map<String, String> secrets = TwinPair.secrets();
  private final HubProcess hub;

  Brokered(Path directory) throws Exception {
    broker = AmqpTwin.start(WEBHOOKS, MOVES);
    secrets.put("BROKER_PASSWORD", AmqpTwin.PASSWORD);
    hub = new HubProcess(directory, secrets);
    hub.giveDatabase();
    hub.configure(yaml());
  }

  /** Nobody pushes: the shop signs, but knows no address of the hub's. */
  private String yaml() throws Exception {
    return pair.configuration(hub.door(), "stock")
        .replace("appSecret: {env: APP_SECRET}", "shopSecret: {env: APP_SECRET}")
        .replaceAll(" *doorUrl: .*\n", "")
        .replace("poll: PT1S", "poll: PT1H")
        .replace("packs:\n", BROKER.replace("${BROKER}", broker.url().toString()));
  }

  void serve() throws Exception {
    hub.start();
    hub.awaitReady();
  }

  void kill() throws InterruptedException {
    hub.kill();
  }

  /** Starts with what there is polled, and does not poll again for an hour. */
  void serveAndPoll() throws Exception {
    serve();
    awaitPolled();
    await("listened to", () -> broker.listeners(WEBHOOKS) == 1 && broker.listeners(MOVES) == 1);
    awaitQuiet();
  }

  /** Waits until each poll is over and what came of it is done. */
  private void awaitPolled() {
    try (Records records = Records.open(hub.home(), secrets)) {
      Rest rest = new Rest(records.database().general(), Set.of());
      await(
          "polled",
          () ->
              Stream.of("orders", "stock").map(rest::lastPoll).allMatch(Brokered::isTime)
                  && rest.open().isEmpty());
    }
  }

  private static boolean isTime(String lastPoll) {
    return !lastPoll.isEmpty() && Character.isDigit(lastPoll.charAt(0));
  }

  /** Waits until no call was made for a while. */
  private void awaitQuiet() {
    long[] seen = {-1};
    long[] since = {System.nanoTime()};
    await(
        "quiet",
        () -> {
          long calls = calls();
          if (calls != seen[0]) {
            seen[0] = calls;
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > Duration.ofSeconds(3).toNanos();
        });
  }

  /** So many calls were made to both systems. */
  long calls() {
    return metric("kontor_calls_seconds_count{connection=\"erp\"")
        + metric("kontor_calls_seconds_count{connection=\"shop\"");
  }

  JsonNode buy(String email) {
    JsonNode order = pair.place(Order.of(email, "AH-1005", 1));
    pair.change(order, "pay", null);
    return order;
  }

  /** What the shop would push about an order, as it would sign it. */
  static Posted webhook(JsonNode order, String event) {
    String body =
        """
        {"data": {"event": "order.written", "payload": [{"entity": "order", "operation": "insert",
         "primaryKey": "%s"}]}, "source": {"shopId": "shop", "eventId": "%s"}}
        """
            .formatted(order.path("id").asString(), event);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return Posted.bytes(
        bytes, Map.of("shopware-shop-signature", Signature.of(TwinPair.APP_SECRET, bytes)));
  }

  /** Sum of all metrics whose line begins so. */
  long metric(String begin) {
    HttpRequest request =
        HttpRequest.newBuilder(java.net.URI.create(hub.administration() + "/metrics")).build();
    String all = new String(Wire.send(request).body(), StandardCharsets.UTF_8);
    Matcher lines =
        Pattern.compile("^" + Pattern.quote(begin) + "\\S* ([0-9.E]+)$", Pattern.MULTILINE)
            .matcher(all);
    long sum = 0;
    while (lines.find()) {
      sum += new java.math.BigDecimal(lines.group(1)).longValue();
    }
    return sum;
  }

  /** Messages of that fate. */
  long said(String result) {
    return metric("kontor_broker_messages_total{connection=\"broker\",result=\"" + result + "\"}");
  }

  HubProcess hub() {
    return hub;
  }

  void await(String what, BooleanSupplier condition) {
    Await.until(what, Await.PATIENCE, condition, hub::lastWords);
  }

  /** Waits until every order is in the ERP as it is in the shop, once. */
  void awaitBooked() {
    await(
        "every order in the ERP",
        () -> pair.truth().unanswered().isEmpty() && pair.truth().differences().isEmpty());
  }

  @Override
  public void close() {
    hub.close();
    broker.close();
    pair.close();
  }
}
