package dev.kontor.kit;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WholeAnswer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Flow;

/** Answers in the order given and remembers what it was asked. */
final class CannedHttp implements Http, Toolbox {

  record Asked(String kind, String method, URI uri, HttpHeaders headers, String body) {}

  private record Answer(int status, Map<String, List<String>> headers, String body) {}

  final List<Asked> asked = new ArrayList<>();
  Instant now = Instant.parse("2026-03-15T10:00:00Z");
  private final Queue<Answer> answers = new ArrayDeque<>();

  CannedHttp answer(int status, String body) {
    return answer(status, body, Map.of());
  }

  synchronized CannedHttp answer(int status, String body, Map<String, List<String>> headers) {
    answers.add(new Answer(status, headers, body));
    return this;
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    return serve("read", request);
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    return serve("write", request);
  }

  @Override
  public Http http() {
    return this;
  }

  @Override
  public InstantSource clock() {
    return () -> now;
  }

  private synchronized HttpResponse<byte[]> serve(String kind, HttpRequest request) {
    asked.add(new Asked(kind, request.method(), request.uri(), request.headers(), bodyOf(request)));
    Answer answer = answers.remove();
    return WholeAnswer.of(request, answer.status(), answer.headers(), bytes(answer.body()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String bodyOf(HttpRequest request) {
    StringBuilder text = new StringBuilder();
    request
        .bodyPublisher()
        .ifPresent(
            publisher ->
                publisher.subscribe(
                    new Flow.Subscriber<ByteBuffer>() {
                      @Override
                      public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(Long.MAX_VALUE);
                      }

                      @Override
                      public void onNext(ByteBuffer item) {
                        text.append(StandardCharsets.UTF_8.decode(item));
                      }

                      @Override
                      public void onError(Throwable problem) {
                        throw new IllegalStateException(problem);
                      }

                      @Override
                      public void onComplete() {}
                    }));
    return text.toString();
  }
}
