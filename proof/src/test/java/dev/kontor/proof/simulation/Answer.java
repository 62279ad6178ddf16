package dev.kontor.proof.simulation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated system answers; what it says in the body the connector learns beside it.
 *
 * @param retryAfter in whole seconds, as the header has it
 */
record Answer(int status, @Nullable Duration retryAfter) {

  static final Answer OK = new Answer(200, null);

  private HttpHeaders headers() {
    Map<String, List<String>> named =
        retryAfter == null
            ? Map.of()
            : Map.of("Retry-After", List.of(String.valueOf(retryAfter.toSeconds())));
    return HttpHeaders.of(named, (name, value) -> true);
  }

  <T> HttpResponse<T> to(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    HttpHeaders headers = headers();
    HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Info(status, headers));
    subscriber.onSubscribe(new Empty());
    subscriber.onComplete();
    T body = subscriber.getBody().toCompletableFuture().join();
    return new Response<>(status, request, headers, body);
  }

  private record Info(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  private record Empty() implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  private record Response<T>(int statusCode, HttpRequest request, HttpHeaders headers, T body)
      implements HttpResponse<T> {
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
}
