package dev.kontor.engine.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** A whole answer in the JDK's form. */
record Incoming<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
    implements HttpResponse<T> {

  private record Head(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  /** The body is all there, so nobody has to ask for more or to stop it. */
  private static final Flow.Subscription WHOLE =
      new Flow.Subscription() {
        @Override
        public void request(long more) {}

        @Override
        public void cancel() {}
      };

  static <T> Incoming<T> of(
      HttpRequest request, HttpResponse.BodyHandler<T> handler, ClassicHttpResponse answer)
      throws IOException {
    Head head = new Head(answer.getCode(), headers(answer));
    byte[] bytes =
        answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
    HttpResponse.BodySubscriber<T> body = handler.apply(head);
    body.onSubscribe(WHOLE);
    body.onNext(List.of(ByteBuffer.wrap(bytes)));
    body.onComplete();
    try {
      T read = body.getBody().toCompletableFuture().join();
      return new Incoming<>(request, head.statusCode(), head.headers(), read);
    } catch (CompletionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private static HttpHeaders headers(ClassicHttpResponse answer) {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : answer.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
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
