package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the demo talks to the twins and the hub: over HTTP, as everybody else does. */
final class Web implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  String text(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  JsonNode get(String address) {
    return ModelJson.parse(text(URI.create(address)));
  }

  /** The answer, a missing node if it has no body. */
  JsonNode post(String address, @Nullable JsonNode body) {
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(
                    body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString())));
    return answer.isBlank() ? ModelJson.mapper().missingNode() : ModelJson.parse(answer);
  }

  private String send(HttpRequest.Builder request) {
    HttpRequest ready = request.timeout(PATIENCE).build();
    try {
      HttpResponse<String> response = client.send(ready, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            ready.method()
                + " "
                + ready.uri()
                + " answered "
                + response.statusCode()
                + ": "
                + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(ready.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The demo was stopped", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
