package dev.kontor.engine.alert.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.alert.Samples;
import dev.kontor.engine.config.AlertReceiver;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is posted, to whom, and what is made of the answer. */
final class HookTest {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final byte[] KEY = "0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8);

  @SuppressWarnings("NullAway.Init") // opened before each test
  private Receiving receiving;

  @BeforeEach
  void open() throws IOException {
    receiving = new Receiving();
  }

  @AfterEach
  void close() {
    receiving.close();
  }

  private Sent send(AlertReceiver.Way way) {
    try (Outlet outlet = Outlet.of(Samples.receiver("it", way), PATIENCE)) {
      return outlet.send(Samples.letter("Nicht übertragen: 12 Aufträge & mehr"));
    }
  }

  private AlertReceiver.Webhook webhook(URI url) {
    return new AlertReceiver.Webhook(url, "whsec_" + Base64.getEncoder().encodeToString(KEY));
  }

  @Test
  void aProgramGetsASignedEvent() throws Exception {
    assertThat(send(webhook(receiving.url()))).isEqualTo(new Sent.Arrived(null));
    Receiving.Got got = receiving.got.getFirst();
    String id = got.header("Webhook-id");
    assertThat(id).isEqualTo("00000000-0000-4000-8000-000000000017");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    String signed = id + "." + Samples.NOON.getEpochSecond() + "." + got.body();
    byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    assertThat(got.header("Webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(hash));
    assertThat(got.json().path("type").asString()).isEqualTo("alert.opened");
    assertThat(got.json().path("data").path("count").asInt()).isEqualTo(12);
    assertThat(got.json().path("data").path("link").asString()).endsWith("/#/problems/ab12");
  }

  @Test
  void slackAndTeamsGetTheirForms() {
    assertThat(send(new AlertReceiver.Slack(receiving.url()))).isInstanceOf(Sent.Arrived.class);
    JsonNode slack = receiving.got.getFirst().json();
    assertThat(slack.path("text").asString()).contains("12 Aufträge &amp; mehr");
    assertThat(slack.at("/blocks/1/text/text").asString()).contains("&lt;Posting Group&gt;");
    receiving.answers(202, Map.of());
    assertThat(send(new AlertReceiver.Teams(receiving.url()))).isInstanceOf(Sent.Arrived.class);
    JsonNode card = receiving.got.getLast().json().at("/attachments/0/content");
    assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
    assertThat(card.at("/actions/0/url").asString())
        .isEqualTo("https://kontor.example/#/problems/ab12");
  }

  @Test
  void whereNoAlertMayGoNothingIsSent() throws Exception {
    String port = ":" + receiving.url().getPort() + "/secret-path";
    assertThat(send(webhook(new URI("http://127.0.0.2" + port))))
        .isEqualTo(Sent.Failed.of(NotAllowedException.WORDS));
    assertThat(receiving.got).isEmpty();
  }

  @Test
  void whatDidNotArriveSaysWhyWithoutTheAddress() throws IOException {
    receiving.answers(500, Map.of());
    assertThat(send(webhook(receiving.url()))).isEqualTo(Sent.Failed.of("it answered 500"));
    receiving.answers(429, Map.of("Retry-After", "30"));
    assertThat(send(webhook(receiving.url())))
        .isEqualTo(new Sent.Failed("it answered 429", Duration.ofSeconds(30)));
    receiving.answers(302, Map.of("Location", receiving.url() + "/elsewhere"));
    assertThat(send(webhook(receiving.url()))).isEqualTo(Sent.Failed.of("it answered 302"));
    receiving.answers(0, Map.of());
    assertThat(send(webhook(receiving.url()))).isEqualTo(Sent.Failed.of("no answer in time"));
    receiving.close();
    assertThat(send(webhook(receiving.url())).toString())
        .contains("no connection")
        .doesNotContain("secret-path");
  }
}
