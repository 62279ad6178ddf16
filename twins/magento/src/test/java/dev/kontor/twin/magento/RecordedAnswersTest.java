package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Loaded with the recorded store, the twin gives the recorded answers to the recorded requests.
 * {@code replay.json} lists the requests; what is not in it is named there with the reason.
 */
class RecordedAnswersTest {
  private static MagentoTwin twin;
  private static SignedClient shop;

  @BeforeAll
  static void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
    Reply loaded = shop.post("/_twin/shop/recorded", RecordedStore.json());
    assertThat(loaded.status()).as(loaded.text()).isEqualTo(204);
  }

  @AfterAll
  static void stop() {
    shop.close();
    twin.close();
  }

  @Test
  void everyRecordingIsReplayedOrItsReasonStands() {
    JsonNode replay = Fixtures.json("replay.json");
    assertThat(replay.path("requests").size() + replay.path("not_replayed").size()).isEqualTo(187);
  }

  static Stream<JsonNode> requests() {
    return Fixtures.json("replay.json").path("requests").valueStream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isTheRecordedAnswer(JsonNode request) {
    String file = request.path("file").asString();
    Reply reply = sent(request);
    assertThat(reply.status())
        .as(file + " " + reply.text())
        .isEqualTo(request.path("status").asInt());
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase(request.path("type").asString());
    if (file.endsWith(".json")) {
      assertThat(
              Likeness.differences(
                  shaped(Fixtures.json("recorded/" + file)), shaped(reply.json()), Set.of()))
          .as(file)
          .isEmpty();
    }
  }

  private static Reply sent(JsonNode request) {
    String method = request.path("method").asString();
    String path = request.path("path").asString();
    String body = null;
    if (request.has("raw_body")) {
      body = request.path("raw_body").asString();
    } else if (request.has("body")) {
      body = request.path("body").toString();
    }
    return switch (request.path("auth").asString("")) {
      case "" -> shop.send(method, path, body);
      case "none" -> Callers.plain(twin.uri(), method, path, body, "");
      default -> Callers.plain(twin.uri(), method, path, body, "Bearer unknown");
    };
  }

  // A report id is another each time, the recorded shop had a port, and attributes have no order.
  private static JsonNode shaped(JsonNode answer) {
    JsonNode shaped =
        Json.MAPPER.readTree(
            answer
                .toString()
                .replaceAll("webapi-[0-9a-f]{13}", "webapi-")
                .replace("127.0.0.1:18080", "127.0.0.1"));
    sorted(shaped);
    return shaped;
  }

  private static void sorted(JsonNode node) {
    if (node.path("custom_attributes") instanceof ArrayNode attributes) {
      List<JsonNode> byCode =
          attributes
              .valueStream()
              .sorted(Comparator.comparing(a -> a.path("attribute_code").asString()))
              .toList();
      attributes.removeAll();
      byCode.forEach(attributes::add);
    }
    node.forEach(RecordedAnswersTest::sorted);
  }
}
