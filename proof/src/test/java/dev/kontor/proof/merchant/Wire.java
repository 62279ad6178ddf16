package dev.kontor.proof.merchant;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls of a person or a test, past the hub. */
public final class Wire {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Wire() {}

  public static JsonNode get(URI base, String path) {
    return json("GET", base, path, null, "");
  }

  /** As a program with that token. */
  public static JsonNode get(URI base, String path, String token) {
    return json("GET", base, path, null, token);
  }

  public static JsonNode post(URI base, String path, @Nullable JsonNode body) {
    return json("POST", base, path, body, "");
  }

  /** As a program with that token. */
  public static JsonNode post(URI base, String path, @Nullable JsonNode body, String token) {
    return json("POST", base, path, body, token);
  }

  public static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(
      String method, URI base, String path, @Nullable JsonNode body, String token) {
    byte[] bytes = body == null ? new byte[0] : Json.bytes(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> response = send(request.build());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          method
              + " "
              + path
              + ": "
              + response.statusCode()
              + " "
              + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return response.body().length == 0 ? Json.object() : Json.parse(response.body());
  }
}
