package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.hub.Records;
import dev.kontor.contract.Await;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.config.YamlDocument;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a person sets up hubs, through the API of any of them. */
final class SetupDesk {

  private static final int ANOTHER_HUB_COMES = 503;

  private final Map<String, String> environment;
  private final JsonNode written;
  private final String token;

  /**
   * @param yaml what would else stand in the file
   * @param environment with the secrets it refers to, and the hubs' database
   */
  SetupDesk(HubProcess hub, String yaml, Map<String, String> environment) {
    this.environment = environment;
    this.written = YamlDocument.parse("kontor.yaml", yaml).root();
    try (Records records = Records.open(hub.home(), environment)) {
      this.token =
          Access.of(records.database().general(), records.vault())
              .tokens()
              .create("story", Set.of(Right.CONFIGURE), null, "test")
              .secret();
    }
  }

  /** What would stand in the file of that connection, with its secrets typed in. */
  ObjectNode connection(String name) {
    ObjectNode draft = Json.object();
    JsonNode connection = written.path("connections").path(name);
    for (String field : new String[] {"connector", "zone", "referencePrefix"}) {
      if (connection.has(field)) {
        draft.set(field, connection.path(field));
      }
    }
    ObjectNode settings = draft.putObject("settings");
    connection
        .path("settings")
        .properties()
        .forEach(
            setting -> {
              JsonNode secret = setting.getValue().path("env");
              if (secret.isString()) {
                settings.put(setting.getKey(), environment.get(secret.asString()));
              } else {
                settings.set(setting.getKey(), setting.getValue());
              }
            });
    return draft;
  }

  /** The answer, once the hub is there to give it. */
  JsonNode answer(int status, HubProcess hub, String method, String path, JsonNode body) {
    AtomicReference<HttpResponse<byte[]>> last = new AtomicReference<>();
    URI address = URI.create(hub.administration() + "/api/setup" + path);
    Await.until(
        method + " " + path,
        Await.PATIENCE,
        () -> {
          last.set(send(address, method, body));
          return last.get().statusCode() != ANOTHER_HUB_COMES;
        },
        hub::lastWords);
    String text = new String(last.get().body(), StandardCharsets.UTF_8);
    assertThat(last.get().statusCode()).as("%s %s: %s", method, path, text).isEqualTo(status);
    environment.forEach(
        (name, value) -> {
          if (name.endsWith("_SECRET")) {
            assertThat(text).doesNotContain(value);
          }
        });
    return Json.parse(last.get().body());
  }

  private HttpResponse<byte[]> send(URI address, String method, JsonNode body) {
    return Wire.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Json.bytes(body)))
            .build());
  }

  JsonNode now(HubProcess hub) {
    return answer(200, hub, "GET", "", Json.object());
  }

  /** The version after it. */
  long put(HubProcess hub, String path, ObjectNode body) {
    return answer(200, hub, "PUT", path, body.put("reason", "a new hub")).path("version").asLong();
  }

  JsonNode flow(HubProcess hub, String name) {
    return now(hub)
        .path("flows")
        .valueStream()
        .filter(flow -> flow.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow();
  }

  void awaitApplied(HubProcess hub, long version) {
    Await.until(
        "version " + version,
        Await.PATIENCE,
        () -> now(hub).path("applied").asLong() == version,
        () -> now(hub) + "\n" + hub.lastWords());
  }
}
