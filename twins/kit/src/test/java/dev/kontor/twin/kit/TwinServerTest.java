package dev.kontor.twin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinServerTest {
  private final Dials dials = new Dials();
  private final List<Call> handled = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private TwinServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        TwinServer.start(
            "127.0.0.1",
            0,
            dials,
            InstantSource.system(),
            call -> {
              handled.add(call);
              return Answer.json(200, Json.object().put("name", "Ä").put("path", call.path()));
            });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCallCarriesDecodedPathQueryHeadersAndBody() throws Exception {
    HttpResponse<String> answer = send("POST", "/orders%20x?a=1%202&b", "{\"n\":1.10}");

    assertThat(answer.body()).isEqualTo("{\"name\":\"Ä\",\"path\":\"/orders x\"}");
    Call call = handled.getFirst();
    assertThat(call.query()).isEqualTo(Map.of("a", "1 2", "b", ""));
    assertThat(call.rawQuery()).isEqualTo("a=1%202&b");
    assertThat(call.header("X-TEST")).contains("yes");
    assertThat(call.json().get("n").decimalValue()).isEqualByComparingTo("1.10");
    assertThat(call.json().get("n").decimalValue().scale()).isEqualTo(2);
  }

  @Test
  void throttlingAnswers429AndOptionallyRetryAfter() throws Exception {
    dials.set("throttleProbability", 1);
    assertThat(send("GET", "/x", "").headers().firstValue("Retry-After")).isEmpty();
    dials.set("retryAfterSeconds", 7);
    HttpResponse<String> answer = send("GET", "/x", "");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(handled).isEmpty();
  }

  @Test
  void serverErrorsCarryTheChosenStatus() throws Exception {
    dials.set("serverErrorProbability", 1).set("serverErrorStatus", 504);
    assertThat(send("GET", "/x", "").statusCode()).isEqualTo(504);
    assertThat(handled).isEmpty();
  }

  @Test
  void aResetIsNotHandledADroppedAnswerIs() {
    dials.set("resetProbability", 1);
    assertThatThrownBy(() -> send("POST", "/x", "")).isInstanceOf(IOException.class);
    assertThat(handled).isEmpty();

    dials.set("resetProbability", 0).set("dropAnswerProbability", 1);
    assertThatThrownBy(() -> send("POST", "/x", "")).isInstanceOf(IOException.class);
    assertThat(handled).hasSize(1);
  }

  @Test
  void aLateCommitHappensAfterTheClientWasCutOff() throws Exception {
    dials.set("lateCommitProbability", 1).set("lateCommitMs", 600_000);
    assertThatThrownBy(() -> send("POST", "/x", "")).isInstanceOf(IOException.class);
    assertThat(handled).isEmpty();

    assertThat(send("POST", "/_twin/settle", "").statusCode()).isEqualTo(204);
    assertThat(handled).hasSize(1);
  }

  @Test
  void downClosesEverySystemCallButNotTheControls() throws Exception {
    send("PUT", "/_twin/dials", "{\"down\":true}");
    assertThatThrownBy(() -> send("POST", "/x", "")).isInstanceOf(IOException.class);
    send("POST", "/_twin/dials/reset", "");
    assertThat(send("POST", "/x", "").statusCode()).isEqualTo(200);
  }

  @Test
  void pathAndMethodFiltersLimitTheFaults() throws Exception {
    dials.set("serverErrorProbability", 1).only("/api", "POST");
    assertThat(send("POST", "/api/a", "").statusCode()).isEqualTo(500);
    assertThat(send("GET", "/api/a", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/token", "").statusCode()).isEqualTo(200);
  }

  @Test
  void renameChangesAnswersAndUnknownDialsAreRefused() throws Exception {
    send("PUT", "/_twin/dials", "{\"rename\":{\"name\":\"title\"}}");
    assertThat(send("GET", "/x", "").body()).startsWith("{\"title\":\"Ä\"");
    HttpResponse<String> refused = send("PUT", "/_twin/dials", "{\"dealy\":1}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("dealy");
  }

  @Test
  void callsAreCountedByTemplate() throws Exception {
    String id = Ids.guid();
    send("GET", "/companies(" + id + ")/items", "");
    send("GET", "/companies(" + Ids.guid() + ")/items", "");
    send("GET", "/api/product/" + Ids.hex(), "");
    assertThat(server.calls().of("GET", "/companies({id})/items")).isEqualTo(2);
    assertThat(server.calls().of("GET", "/api/product/{id}")).isEqualTo(1);
    assertThat(send("GET", "/_twin/calls", "").body()).contains("\"total\":3");
    send("POST", "/_twin/calls/reset", "");
    assertThat(server.calls().total()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameFaults() throws Exception {
    assertThat(statuses(42)).isEqualTo(statuses(42)).contains(200, 429);
  }

  private List<Integer> statuses(int seed) throws Exception {
    dials.set("seed", seed).set("throttleProbability", "0.5");
    List<Integer> statuses = new java.util.ArrayList<>();
    for (int i = 0; i < 20; i++) {
      statuses.add(send("GET", "/x", "").statusCode());
    }
    return statuses;
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .header("X-Test", "yes")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
