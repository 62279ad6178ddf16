package dev.kontor.spi;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived at a connection's door.
 *
 * @param path below the connection's door, starting with {@code /}
 * @param query raw query string, empty if none
 * @param headers lower-case names; repeated ones joined by comma
 */
public record RawRequest(
    String method, String path, String query, Map<String, String> headers, byte[] body) {

  public RawRequest {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }
}
