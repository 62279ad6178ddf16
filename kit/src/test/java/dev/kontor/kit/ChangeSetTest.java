package dev.kontor.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Entities that come all together or not at all, and what a service answers to them. */
class ChangeSetTest {

  private static final String TYPE = "multipart/mixed; boundary=\"out\"";
  private static final List<JsonNode> TWO =
      List.of(ModelJson.parse("{\"n\":1.50}"), ModelJson.parse("{\"n\":2}"));

  private final CannedHttp http = new CannedHttp();
  private final ODataClient client =
      new ODataClient(
          new ODataSession(
              http,
              URI.create("https://erp.example/data/"),
              new OAuthTokens(http, URI.create("https://login.example/token"), Map.of()),
              Map.of(),
              new Faults(List.of())),
          "",
          "cross-company=true");

  @BeforeEach
  void signIn() {
    http.answer(200, "{\"access_token\":\"t1\",\"expires_in\":3600}");
  }

  private static String operation(String id, int status, String body) {
    return "--in\r\nContent-Type: application/http\r\n"
        + id
        + "\r\nHTTP/1.1 "
        + status
        + " -\r\nContent-Type: application/json\r\n\r\n"
        + body
        + "\r\n";
  }

  private static String changes(String... operations) {
    return "ignored\r\n--out\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n"
        + String.join("", operations)
        + "--in--\r\n--out--\r\nignored";
  }

  private List<JsonNode> created(String answer) {
    http.answer(200, answer, Map.of("Content-Type", List.of(TYPE)));
    return client.createAll("lines", TWO);
  }

  @Test
  void theyLeaveInOneCallAndAreAnsweredInTheirOrder() {
    List<JsonNode> rows =
        created(
            changes(
                operation("Content-ID: 1\r\n", 201, "{\"key\":\"B\"}"),
                operation("Content-ID: 0\r\n", 201, "{\"key\":\"A\",\"n\":1.50}")));
    assertThat(rows).extracting(row -> row.path("key").asString()).containsExactly("A", "B");
    assertThat(http.asked).hasSize(2);
    CannedHttp.Asked asked = http.asked.getLast();
    assertThat(asked.uri()).hasToString("https://erp.example/data/$batch");
    assertThat(asked.headers().firstValue("Content-Type"))
        .contains("multipart/mixed; boundary=kontor-batch");
    assertThat(asked.body())
        .startsWith(
            "--kontor-batch\r\nContent-Type: multipart/mixed; boundary=kontor-changes\r\n\r\n")
        .contains(
            "\r\n\r\nPOST https://erp.example/data/lines?cross-company=true HTTP/1.1\r\n",
            "\r\n\r\n{\"n\":1.50}\r\n--kontor-changes\r\n")
        .endsWith("--kontor-changes--\r\n--kontor-batch--\r\n");
  }

  @Test
  void answersWithoutNumbersAreTakenAsTheyCome() {
    String endless = "Content-ID: 99999999999\r\n";
    assertThat(created(changes(operation(endless, 201, "{\"key\":\"A\"}"), operation("", 201, ""))))
        .hasSize(2)
        .first()
        .isEqualTo(ModelJson.parse("{\"key\":\"A\"}"));
  }

  @Test
  void oneRefusalIsThatOfAll() {
    String refusal =
        "--out\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 400 Bad Request\r\n"
            + "Content-Type: application/json\r\n\r\n"
            + "{\"error\":{\"code\":\"\",\"message\":\"Item is stopped.\"}}\r\n--out--\r\n";
    assertThatThrownBy(() -> created(refusal))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.fault())
                    .isInstanceOfSatisfying(
                        Fault.Invalid.class,
                        invalid -> assertThat(invalid.problem()).contains("Item is stopped.")));
  }

  @Test
  void whatCannotBeReadLeavesTheOutcomeOpen() {
    for (String answer :
        List.of(
            "",
            "no parts",
            changes(operation("", 201, "{}")),
            "--out\r\nX: y\r\n\r\n?\r\n--out--")) {
      assertThatThrownBy(() -> created(answer))
          .as(answer)
          .isInstanceOfSatisfying(
              FaultException.class,
              e -> assertThat(e.fault()).isInstanceOf(Fault.OutcomeUnknown.class));
    }
    http.answer(200, "{}");
    assertThatThrownBy(() -> client.createAll("lines", TWO))
        .hasMessageContaining("is no multipart answer");
  }

  @Test
  void aBatchThatIsRefusedAsAWholeIsJudgedLikeAnyCall() {
    http.answer(429, "", Map.of("Retry-After", List.of("7")));
    assertThatThrownBy(() -> client.createAll("lines", TWO))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Throttled.class));
  }
}
