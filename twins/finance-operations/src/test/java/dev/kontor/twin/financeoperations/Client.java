package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client of the twin, signed in. */
public final class Client implements AutoCloseable {
  public static final String CROSS = "cross-company=true";
  private final TwinClient http;
  private final FinanceOperationsTwin twin;
  private String token = "";

  public Client(FinanceOperationsTwin twin) {
    this.twin = twin;
    this.http = new TwinClient(twin.uri());
    signIn();
  }

  public void signIn() {
    token = token("kontor-secret", twin.scope()).json().path("access_token").asString("");
  }

  Reply token(String secret, String scope) {
    String form =
        "grant_type=client_credentials&client_id=kontor&client_secret="
            + secret
            + "&scope="
            + URLEncoder.encode(scope, StandardCharsets.UTF_8);
    return http.send(
        "POST",
        twin.tokenUri().getPath(),
        form,
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  /** A path below /data, or an absolute one. */
  public Reply send(
      String method,
      String path,
      @org.jspecify.annotations.Nullable String body,
      String... headers) {
    Map<String, String> all = new HashMap<>();
    all.put("Authorization", "Bearer " + token);
    all.put("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    String address = path.startsWith("http") || path.startsWith("/") ? path : "/data/" + path;
    return http.send(method, address.replace(" ", "%20").replace("'", "%27"), body, all);
  }

  public JsonNode get(String path, String... headers) {
    Reply reply = send("GET", path, null, headers);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  public JsonNode post(String path, String body) {
    Reply reply = send("POST", path, body.replace('\'', '"'));
    assertThat(reply.ok()).as(reply.text()).isTrue();
    return reply.json();
  }

  public void patch(String path, String body) {
    Reply reply = send("PATCH", path, body.replace('\'', '"'));
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  /** Status and what stands in innererror. */
  public String refused(String method, String path, String body, String... headers) {
    Reply reply = send(method, path, body.isEmpty() ? null : body.replace('\'', '"'), headers);
    assertThat(reply.ok()).as(reply.text()).isFalse();
    return reply.status()
        + " "
        + reply.json().path("error").path("innererror").path("message").asString("none");
  }

  /** Rows of a set in every company. */
  public JsonNode rows(String set, String filter) {
    return get(set + "?" + CROSS + "&$filter=" + filter).path("value");
  }

  @Override
  public void close() {
    http.close();
  }
}
