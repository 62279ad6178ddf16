package dev.kontor.proof.simulation;

import dev.kontor.engine.http.Transport;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The network of a simulated process: what is asked happens at once, in the asking thread. */
final class Network implements Transport {

  /** What a request meets. */
  @FunctionalInterface
  interface Exchange {
    /**
     * @throws IOException as of a client that gets no answer
     */
    Answer take(HttpRequest request) throws IOException;
  }

  /** Bound around each request. */
  static final ScopedValue<Exchange> EXCHANGE = ScopedValue.newInstance();

  @Override
  public HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    return EXCHANGE.get().take(request).to(request);
  }
}
