package dev.kontor.proof.merchant;

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

  /** Uploads bytes in place of what is there. */
  void upload(URI address, byte[] bytes) {
    answer(
        Wire.send(
            HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .header("If-Match", "*")
                .method("PATCH", BodyPublishers.ofByteArray(bytes))
                .build()));
  }

  private static JsonNode answer(HttpResponse<byte[]> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body().length == 0 ? Json.object() : Json.parse(response.body());
  }
}
