package dev.kontor.contract.mutation;

import dev.kontor.spi.Http;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;

/** Sends each request otherwise. */
record ChangedHttp(Http inner, UnaryOperator<HttpRequest> change) implements Http {
  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    return inner.read(change.apply(request));
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    return inner.write(change.apply(request));
  }
}
