package dev.kontor.twin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private final Dials dials = new Dials();
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Delivery> results = new LinkedBlockingQueue<>();
  private final Webhooks webhooks = new Webhooks(dials, Duration.ofSeconds(5));
  private TwinServer receiver;

  @BeforeEach
  void start() throws IOException {
    receiver =
        TwinServer.start(
            "127.0.0.1",
            0,
            new Dials(),
            InstantSource.system(),
            call -> {
              arrived.add(call.text());
              return Answer.text(202, call.header("X-Sign").orElse(""));
            });
  }

  @AfterEach
  void stop() {
    webhooks.close();
    receiver.close();
  }

  @Test
  void aDeliveryReportsStatusAndBody() throws Exception {
    assertThat(delivered("a")).isEqualTo(new Delivery(202, "s"));
    assertThat(arrived).containsExactly("a");
  }

  @Test
  void nobodyListeningIsStatusZero() throws Exception {
    int port = receiver.port();
    receiver.close();
    webhooks.send(URI.create("http://127.0.0.1:" + port), Map.of(), new byte[0], results::add);
    Delivery delivery = results.poll(10, TimeUnit.SECONDS);
    assertThat(delivery).isNotNull();
    assertThat(delivery.status()).isZero();
    assertThat(delivery.success()).isFalse();
  }

  @Test
  void aDuplicateArrivesTwice() throws Exception {
    dials.set("webhookDuplicateProbability", 1);
    delivered("a");
    assertThat(arrived).containsExactly("a", "a");
  }

  @Test
  void aLostNoticeLooksDeliveredToTheSender() throws Exception {
    dials.set("webhookLoseProbability", 1);
    assertThat(delivered("a").success()).isTrue();
    assertThat(arrived).isEmpty();
  }

  @Test
  void aReorderedNoticeComesAfterTheNext() throws Exception {
    dials.set("webhookReorderProbability", 1);
    send("a");
    dials.reset();
    send("b");
    assertThat(results.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(results.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(arrived).containsExactly("b", "a");
  }

  private Delivery delivered(String body) throws InterruptedException {
    send(body);
    Delivery delivery = results.poll(10, TimeUnit.SECONDS);
    assertThat(delivery).isNotNull();
    return delivery;
  }

  private void send(String body) {
    webhooks.send(
        receiver.uri(), Map.of("X-Sign", "s"), body.getBytes(StandardCharsets.UTF_8), results::add);
  }
}
