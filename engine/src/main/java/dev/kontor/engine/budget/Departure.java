package dev.kontor.engine.budget;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether a request's body has begun to leave, and stops it if the permit has run out. A
 * request without body is taken to leave at once.
 */
final class Departure {

  private final HttpRequest.@Nullable BodyPublisher body;
  private final SendPermit permit;
  private volatile boolean left;

  Departure(HttpRequest request, SendPermit permit) {
    this.body =
        request.bodyPublisher().filter(publisher -> publisher.contentLength() != 0).orElse(null);
    this.permit = permit;
    this.left = body == null;
  }

  boolean mayHaveLeft() {
    return left;
  }

  /** The body to send instead of the original, empty if there is none. */
  Optional<HttpRequest.BodyPublisher> guarded() {
    return Optional.ofNullable(body).map(Guarded::new);
  }

  private final class Guarded implements HttpRequest.BodyPublisher {
    private final HttpRequest.BodyPublisher inner;

    Guarded(HttpRequest.BodyPublisher inner) {
      this.inner = inner;
    }

    @Override
    public long contentLength() {
      return inner.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      if (permit.isValid()) {
        left = true;
        inner.subscribe(subscriber);
      } else {
        HttpRequest.BodyPublishers.noBody().subscribe(new Refusing(subscriber));
      }
    }
  }

  /** Fails the exchange before a byte of the body has left. */
  private record Refusing(Flow.Subscriber<? super ByteBuffer> outer)
      implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      outer.onSubscribe(subscription);
      subscription.cancel();
      outer.onError(new LeaseLostException());
    }

    @Override
    public void onNext(ByteBuffer item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
