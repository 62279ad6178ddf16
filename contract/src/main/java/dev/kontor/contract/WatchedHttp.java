package dev.kontor.contract;

import dev.kontor.spi.Http;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * Tells of every call that may change something.
 *
 * @param written method and path of each
 */
record WatchedHttp(Http inner, List<String> written) implements Http {

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    return inner.read(request);
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    written.add(request.method() + " " + request.uri().getPath());
    return inner.write(request);
  }
}
