package dev.kontor.twin.kit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request as a twin sees it; the path is decoded, query values are decoded (the last of a
 * repeated name wins), header names are lower case.
 *
 * @param connection tells the connections that are open apart
 * @param rawPath the path as it was sent, for signatures and for names with an encoded slash
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed through, never compared
public record Call(
    String method,
    String path,
    Map<String, String> query,
    String rawQuery,
    Map<String, String> headers,
    byte[] body,
    String connection,
    String rawPath) {

  /** A call whose path needs no encoding. */
  public Call(
      String method,
      String path,
      Map<String, String> query,
      String rawQuery,
      Map<String, String> headers,
      byte[] body,
      String connection) {
    this(method, path, query, rawQuery, headers, body, connection, path);
  }

  /** A call that came over no connection of its own, such as a part of another. */
  public Call(
      String method,
      String path,
      Map<String, String> query,
      String rawQuery,
      Map<String, String> headers,
      byte[] body) {
    this(method, path, query, rawQuery, headers, body, "");
  }

  /** The body as JSON; throws tools.jackson.core.JacksonException when it is none. */
  public JsonNode json() {
    return Json.parse(body);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** One decoded query value. */
  public Optional<String> param(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** Decodes a raw query string. */
  public static Map<String, String> query(String raw) {
    return QueryString.decoded(raw);
  }

  public String text() {
    return new String(body, java.nio.charset.StandardCharsets.UTF_8);
  }
}
