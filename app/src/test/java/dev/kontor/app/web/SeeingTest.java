package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see over HTTP: answers as agreed, and bad questions explained by field. */
class SeeingTest {

  @TempDir private static Path home;
  private static ObservedHub observed;

  @BeforeAll
  static void start() throws Exception {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    observed.plant("orders", "=1+1,\"x\"");
    observed.plant("orders", "a/b 2");
    Await.until(
        () ->
            observed.get("/api/overview").body().contains("\"needs\"")
                && observed.get("/api/messages/search?state=waiting").body().contains("a/b 2"));
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  private static void refused(String path, int status, String... said) throws Exception {
    var answer = observed.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.body()).startsWith("{\"error\":").contains(said).doesNotContain("Exception");
  }

  @Test
  void aQuestionThatCannotBeUsedIsExplainedByField() throws Exception {
    refused(
        "/api/messages/search?state=gone", 400, "\"field\":\"state\"", "gone is unknown", "dead");
    refused("/api/messages/search?from=yesterday", 400, "\"field\":\"from\"", "is no time");
    refused("/api/messages/search?to=99999-01-01T00:00:00Z", 400, "\"field\":\"to\"");
    refused("/api/messages/search?text=" + "x".repeat(201), 400, "\"field\":\"text\"", "201");
    refused("/api/messages/search?number=a%07b", 400, "\"field\":\"number\"", "control character");
    refused("/api/messages/search?number=1&number=2", 400, "\"field\":\"number\"", "once");
    refused("/api/messages/search?limit=0", 400, "\"field\":\"limit\"", "from 1 to 500");
    refused("/api/messages/search?after=-1", 400, "\"field\":\"after\"");
    refused("/api/messages/search?sate=dead", 400, "\"field\":\"sate\"", "known are");
    refused("/api/messages/export?limit=5", 400, "\"field\":\"limit\"");
    refused("/api/overview/series?hours=1e3", 400, "\"field\":\"hours\"");
    refused("/api/documents", 400, "\"field\":\"number\"", "is missing");
    refused("/api/messages/x/payloads", 400, "\"field\":\"id\"");
    refused("/api/messages/999/payloads", 404, "no message 999");
    refused("/api/documents/shop/nobody", 404, "nothing is known");
  }

  @Test
  void messagesAreFoundPageByPage() throws Exception {
    String first = observed.get("/api/messages/search?flow=orders&limit=1").body();
    assertThat(first)
        .contains("a/b 2", "\"kind\":\"notice\"", "\"targetNumber\":null", "\"next\":\"2\"");
    String second = observed.get("/api/messages/search?flow=orders&limit=1&after=2").body();
    assertThat(second).contains("=1+1").doesNotContain("a/b 2");
    assertThat(observed.get("/api/messages/search?number=a/b%202").body()).contains("a/b 2");
    assertThat(observed.get("/api/messages/search?email=eva@example.com").body())
        .isEqualTo("{\"messages\":[],\"next\":null}");
    assertThat(
            observed.get("/api/messages/search?from=2000-01-01T00:00:00+01:00&state=dead").body())
        .contains("[]");
  }

  @Test
  void aTableForSpreadsheetsComputesNothing() throws Exception {
    var answer = observed.get("/api/messages/export?flow=orders");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(answer.body())
        .startsWith("id,flow,kind,event,source,sourceId,number,")
        .contains("\"'=1+1,\"\"x\"\"\"")
        .doesNotContain(",=1");
    assertThat(answer.body().lines()).hasSize(3);
  }

  @Test
  void oneDocumentIsShownByItsOwnName() throws Exception {
    assertThat(observed.get("/api/documents/shop/a/b%202").body())
        .contains("\"sourceId\":\"a/b 2\"", "\"state\":\"waiting\"", "\"customerAnswer\":{\"en\":")
        .contains("heard of from shop", "von shop erfahren", "\"waitsFor\":{");
    assertThat(observed.get("/api/documents?number=a/b%202").body()).contains("\"open\":1");
    assertThat(observed.get("/api/messages/1/payloads").body())
        .isEqualTo("{\"before\":null,\"after\":null,\"masked\":false}");
  }

  @Test
  void theOverviewAndItsSeriesAreThere() throws Exception {
    assertThat(observed.get("/api/overview").body())
        .contains("\"stopped\":null", "\"dead\":0", "\"flows\":[]", "\"nights\":[]");
    assertThat(observed.get("/api/overview/series?hours=6").body()).contains("\"step\":120");
    assertThat(observed.get("/api/connections").body()).isEqualTo("[]");
    assertThat(observed.post("/api/connections/erp/check", "").statusCode()).isEqualTo(404);
    assertThat(observed.post("/api/flows/orders/poll", "").body()).contains("no flow orders");
  }

  @Test
  void aPageWhoseSessionHasEndedIsToldSo() throws Exception {
    var answer = observed.send(observed.to("/api/events").header("Accept", "text/event-stream"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).startsWith("{\"error\":\"not signed in");
  }

  @Test
  void anOpenPageIsToldWhatChangedAndHoldsNoStopUp() throws Exception {
    HttpRequest request = observed.authorized("/api/events").build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo(":open");
        String line = "";
        for (int i = 0; !line.contains("pauses"); i++) {
          if (i % 3 == 0) {
            observed.hub.desk().pause("connection:erp", "test", "for a test " + i);
          }
          line = lines.readLine();
        }
        assertThat(line).isEqualTo("data:{\"what\":\"pauses\"}");
        observed.hub.desk().resume("connection:erp", "test");
        observed.gate.close();
        while (line != null) {
          line = lines.readLine();
        }
      } finally {
        observed.gate.open(observed.hub);
      }
    }
  }
}
