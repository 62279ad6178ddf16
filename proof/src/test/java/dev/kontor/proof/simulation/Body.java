package dev.kontor.proof.simulation;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a request's body off the hub's hands, which then asks whether it may still leave. */
final class Body implements Flow.Subscriber<ByteBuffer> {

  private @Nullable Throwable failure;

  private Body() {}

  /**
   * @throws IOException if the hub does not let it go
   */
  static void leaves(HttpRequest request) throws IOException {
    Body body = new Body();
    request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(body));
    if (body.failure != null) {
      throw new IOException(body.failure);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer item) {}

  @Override
  public void onError(Throwable thrown) {
    failure = thrown;
  }

  @Override
  public void onComplete() {}
}
