package dev.kontor.proof.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.amqp.AmqpProvider;
import dev.kontor.contract.Await;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.ModelJson;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import dev.kontor.spi.Listener;
import dev.kontor.spi.Listener.Content;
import dev.kontor.spi.Listener.Delivery;
import dev.kontor.spi.Received;
import dev.kontor.spi.Settings;
import dev.kontor.twin.amqp.AmqpTwin;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The broker is not told that a message was stored, as by a process that is killed right then, and
 * gives it out again.
 */
class ForgottenAcknowledgementTest {

  private static Settings settings(AmqpTwin broker) {
    return new Settings(
        "broker",
        ModelJson.parse(
            """
            {"url": "%s", "user": "hub", "password": "%s",
             "queues": [{"name": "webhooks", "connection": "shop", "door": "/webhook"}]}
            """
                .formatted(broker.url(), AmqpTwin.PASSWORD)));
  }

  private static Received stored(Merchant merchant, Delivery delivery) {
    Content.Pushed pushed = (Content.Pushed) delivery.content();
    return merchant.hub().hub().door().take(delivery.connection(), pushed.request()).join();
  }

  @Test
  void whatWasStoredAlreadyAddsNothing(@TempDir Path directory) throws Exception {
    try (AmqpTwin broker = AmqpTwin.start("webhooks");
        Merchant merchant = signed(directory);
        DirectToolbox toolbox = new DirectToolbox(InstantSource.system(), Await.PATIENCE)) {
      merchant.startHub();
      Listener listener =
          new AmqpProvider().connect(settings(broker), toolbox).listener().orElseThrow();
      JsonNode order = merchant.place(Order.of("anne@kunde.example", "AH-1005", 1));
      broker.send("webhooks", Brokered.webhook(order, "once"));
      for (int i = 0; i < 3; i++) {
        try (Listener.Session killed = listener.open()) {
          Delivery delivery = killed.next(Await.PATIENCE).orElseThrow();
          assertThat(stored(merchant, delivery).rejection()).isNull();
        }
        merchant.settle(Await.PATIENCE);
        assertThat(notices(merchant, order)).isEqualTo(1);
      }
      try (Listener.Session session = listener.open()) {
        Delivery delivery = session.next(Await.PATIENCE).orElseThrow();
        stored(merchant, delivery);
        delivery.accept();
      }
      merchant.await(
          Await.PATIENCE, "the broker forgets it", () -> broker.waiting("webhooks") == 0);
      assertThat(merchant.truth().erpOrders()).hasSize(1);
      assertThat(merchant.truth().differences()).isEmpty();
    }
  }

  /** A shop that signs and pushes nothing by itself. */
  private static Merchant signed(Path directory) throws Exception {
    return Merchant.configured(
        directory.resolve("home"),
        yaml ->
            yaml.replace("appSecret: {env: APP_SECRET}", "shopSecret: {env: APP_SECRET}")
                .replaceAll(" *doorUrl: .*\n", ""));
  }

  /** Notices by a message; a poll's are told apart. */
  private static long notices(Merchant merchant, JsonNode order) {
    return merchant.desk().bySource("shop", order.path("id").asString()).stream()
        .filter(entry -> entry.event().equals("order.written"))
        .count();
  }
}
