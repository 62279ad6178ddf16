package dev.kontor.engine.budget;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Collects an answer's body, but not for ever: the client's own timeout ends with the headers. */
final class WholeAnswer implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();

  /**
   * @param leftNanos until the whole answer must be there
   */
  WholeAnswer(long leftNanos) {
    CompletableFuture<byte[]> whole = bytes.getBody().toCompletableFuture();
    var _ =
        whole
            .orTimeout(leftNanos, TimeUnit.NANOSECONDS)
            .whenComplete(
                (answer, failure) -> {
                  if (failure == null) {
                    body.complete(answer);
                  } else {
                    body.completeExceptionally(named(failure));
                  }
                });
  }

  private static Throwable named(Throwable failure) {
    return failure instanceof TimeoutException
        ? new HttpTimeoutException("no whole answer in time")
        : failure;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    bytes.onSubscribe(subscription);
    // Who gives up must not leave the connection reading.
    var _ =
        body.exceptionally(
            failure -> {
              subscription.cancel();
              return new byte[0];
            });
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    bytes.onNext(item);
  }

  @Override
  public void onError(Throwable failure) {
    bytes.onError(failure);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
