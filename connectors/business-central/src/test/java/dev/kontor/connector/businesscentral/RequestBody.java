package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;
import tools.jackson.databind.JsonNode;

/** What a request would send. */
public final class RequestBody {

  private RequestBody() {}

  static JsonNode json(HttpRequest request) {
    return ModelJson.parse(text(request));
  }

  public static String text(HttpRequest request) {
    BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    request.bodyPublisher().orElseThrow().subscribe(new Buffers(bytes));
    return new String(bytes.getBody().toCompletableFuture().join(), StandardCharsets.UTF_8);
  }

  /** A publisher hands out buffers, a subscriber of answers takes lists of them. */
  private record Buffers(BodySubscriber<byte[]> target) implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      target.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer item) {
      target.onNext(List.of(item));
    }

    @Override
    public void onError(Throwable problem) {
      target.onError(problem);
    }

    @Override
    public void onComplete() {
      target.onComplete();
    }
  }
}
