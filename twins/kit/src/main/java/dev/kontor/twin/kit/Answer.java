package dev.kontor.twin.kit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One answer of a twin; header names as they shall appear on the wire. */
@SuppressWarnings("ArrayRecordComponent") // a body is handed through, never compared
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String TYPE = "Content-Type";

  public static Answer json(int status, JsonNode body) {
    return new Answer(status, Map.of(TYPE, "application/json; charset=utf-8"), Json.bytes(body));
  }

  public static Answer text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body);
  }

  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, Map.of(TYPE, contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** A copy with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, Map.copyOf(more), body);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON; throws tools.jackson.core.JacksonException when it is none. */
  public JsonNode json() {
    return Json.parse(body);
  }

  boolean isJson() {
    return body.length > 0 && headers.getOrDefault(TYPE, "").startsWith("application/json");
  }
}
