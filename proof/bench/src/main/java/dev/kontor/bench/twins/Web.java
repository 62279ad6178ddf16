package dev.kontor.bench.twins;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Calls that must succeed. */
final class Web implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  byte[] get(URI address) {
    return send(HttpRequest.newBuilder(address).GET().build());
  }

  byte[] post(URI address, JsonNode body) {
    return send("POST", address, body);
  }

  void put(URI address, JsonNode body) {
    send("PUT", address, body);
  }

  private byte[] send(String method, URI address, JsonNode body) {
    byte[] json = ModelJson.mapper().writeValueAsBytes(body);
    return send(
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofByteArray(json)).build());
  }

  private byte[] send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        throw new IllegalStateException(
            request.uri() + " answered " + answer.statusCode() + ": " + text);
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
