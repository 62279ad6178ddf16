package dev.kontor.twin.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Talks JSON to a twin, as a test or a person's browser does. */
public final class TwinClient implements AutoCloseable {

  /** An answer, whatever its status. */
  public record Reply(int status, String text, HttpHeaders headers) {

    public boolean ok() {
      return status < 300;
    }

    /** An empty object for an empty answer. */
    public JsonNode json() {
      return text.isEmpty() ? Json.object() : Json.MAPPER.readTree(text);
    }
  }

  /** What a client that wants plain JSON sends. */
  public static final Map<String, String> PLAIN =
      Map.of("Accept", "application/json", "Content-Type", "application/json");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  public TwinClient(URI base) {
    this.base = base;
  }

  public Reply send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
