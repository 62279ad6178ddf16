package dev.kontor.spi;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * An answer that has been read to its end.
 *
 * @param body empty if there was none
 */
public record WholeAnswer(HttpRequest request, int statusCode, HttpHeaders headers, byte[] body)
    implements HttpResponse<byte[]> {

  public static WholeAnswer of(
      HttpRequest request, int statusCode, Map<String, List<String>> headers, byte[] body) {
    return new WholeAnswer(
        request, statusCode, HttpHeaders.of(headers, (name, value) -> true), body);
  }

  @Override
  public Optional<HttpResponse<byte[]>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}
