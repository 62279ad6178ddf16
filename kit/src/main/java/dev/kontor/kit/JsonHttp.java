package dev.kontor.kit;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** JSON in, JSON out over the engine's {@link Http}; decimals never pass through double. */
public final class JsonHttp {

  private static final int KEPT_TEXT = 2_000;

  private final Http http;

  public JsonHttp(Http http) {
    this.http = http;
  }

  /**
   * An answer of any status.
   *
   * @param body a missing node if empty; a string node with its beginning if it is not JSON
   */
  public record Reply(int status, java.net.http.HttpHeaders headers, JsonNode body) {

    public boolean ok() {
      return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }

    /** {@code Retry-After} in seconds or as a date; null if absent or unreadable. */
    public @Nullable Duration retryAfter(InstantSource clock) {
      return header("Retry-After").map(value -> wait(value.strip(), clock)).orElse(null);
    }

    private static @Nullable Duration wait(String value, InstantSource clock) {
      try {
        if (!value.isEmpty() && value.chars().allMatch(Character::isDigit)) {
          return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until =
            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration wait = Duration.between(clock.instant(), until);
        return wait.isNegative() ? Duration.ZERO : wait;
      } catch (DateTimeParseException | NumberFormatException e) {
        return null;
      }
    }
  }

  /** A request that accepts JSON, still without method. */
  public static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header("Accept", "application/json");
  }

  /** The same with a JSON body for the method. */
  public static HttpRequest.Builder request(URI uri, String method, JsonNode body) {
    return request(uri, method, body, new CallTime());
  }

  /** The same, timed from the moment the body leaves. */
  public static HttpRequest.Builder request(URI uri, String method, JsonNode body, CallTime time) {
    return request(uri)
        .header("Content-Type", "application/json")
        .method(method, time.body(bytes(body)));
  }

  /** The bytes of a JSON document, decimals in plain notation. */
  public static byte[] bytes(JsonNode body) {
    return ModelJson.mapper().writeValueAsBytes(body);
  }

  /** As {@link Http#read}. */
  public Reply read(HttpRequest request) {
    return reply(http.read(request));
  }

  /** As {@link Http#write}. */
  public Reply write(HttpRequest request) {
    return reply(http.write(request));
  }

  /** What an answer says, read as JSON. */
  public static Reply reply(HttpResponse<byte[]> response) {
    return new Reply(response.statusCode(), response.headers(), parse(response.body()));
  }

  static JsonNode parse(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return ModelJson.parse(body);
    } catch (JacksonException e) {
      String text = new String(body, StandardCharsets.UTF_8);
      return StringNode.valueOf(text.substring(0, Math.min(text.length(), KEPT_TEXT)));
    }
  }
}
