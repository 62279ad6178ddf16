package dev.kontor.proof.story;

import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A person's own access to a system, past the hub. */
record SignedIn(String token) {

  static SignedIn with(HttpRequest request) {
    return new SignedIn(answer(Wire.send(request)).path("access_token").asString());
  }

  JsonNode send(String method, URI address, JsonNode body) {
    return answer(
        Wire.send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, BodyPublishers.ofByteArray(Json.bytes(body)))
                .build()));
  }

  private static JsonNode answer(HttpResponse<byte[]> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body().length == 0 ? Json.object() : Json.parse(response.body());
  }
}
