package dev.kontor.kit;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Flow;

/**
 * How long a call takes from the moment its body leaves: what it waited for its turn before says
 * nothing about the system called.
 */
public final class CallTime {

  private volatile long left = System.nanoTime();

  /** Since the body left, or since this was made if it has not. */
  public Duration passed() {
    return Duration.ofNanos(System.nanoTime() - left);
  }

  HttpRequest.BodyPublisher body(byte[] bytes) {
    return new Watched(HttpRequest.BodyPublishers.ofByteArray(bytes));
  }

  private final class Watched implements HttpRequest.BodyPublisher {
    private final HttpRequest.BodyPublisher inner;

    Watched(HttpRequest.BodyPublisher inner) {
      this.inner = inner;
    }

    @Override
    public long contentLength() {
      return inner.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      left = System.nanoTime();
      inner.subscribe(subscriber);
    }
  }
}
