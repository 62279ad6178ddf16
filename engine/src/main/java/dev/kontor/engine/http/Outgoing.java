package dev.kontor.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A request as Apache's client sends it. */
final class Outgoing {

  /** Methods whose empty body some servers want to be told of. */
  private static final Set<String> STATES_LENGTH = Set.of("POST", "PUT", "PATCH");

  private Outgoing() {}

  static HttpUriRequestBase of(HttpRequest request) {
    HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method(), request.uri());
    request
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
    request
        .bodyPublisher()
        .filter(body -> body.contentLength() != 0 || STATES_LENGTH.contains(request.method()))
        .ifPresent(body -> outgoing.setEntity(new Body(body)));
    return outgoing;
  }

  /** A failure to connect says so in the JDK's words. */
  static IOException named(IOException failure) {
    if (failure instanceof ConnectTimeoutException) {
      IOException named = new HttpConnectTimeoutException("no connection in time");
      named.initCause(failure);
      return named;
    }
    return failure;
  }

  /** Asks for its bytes only as they are about to leave: the publisher may still refuse. */
  private static final class Body extends AbstractHttpEntity {

    private final HttpRequest.BodyPublisher publisher;

    Body(HttpRequest.BodyPublisher publisher) {
      super((String) null, null);
      this.publisher = publisher;
    }

    @Override
    public long getContentLength() {
      return publisher.contentLength();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      Writing writing = new Writing(out);
      publisher.subscribe(writing);
      try {
        var _ = writing.done.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      }
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public boolean isStreaming() {
      return false;
    }

    @Override
    public InputStream getContent() {
      throw new UnsupportedOperationException("a request is written, not read");
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static final class Writing implements Flow.Subscriber<ByteBuffer> {

    private final OutputStream out;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    Writing(OutputStream out) {
      this.out = out;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      try {
        out.write(bytes);
      } catch (IOException e) {
        done.completeExceptionally(e);
      }
    }

    @Override
    public void onError(Throwable failure) {
      done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      done.complete(true);
    }
  }
}
