package dev.kontor.engine.http;

import dev.kontor.spi.WindowsUser;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How requests reach the connected systems. */
@FunctionalInterface
public interface Transport extends AutoCloseable {

  /**
   * Waits for the whole answer, on the thread that asks.
   *
   * @throws IOException if there is none within the request's timeout, or none at all; a {@link
   *     java.net.ConnectException} or {@link java.net.http.HttpConnectTimeoutException} if nothing
   *     was sent
   */
  HttpResponse<byte[]> send(HttpRequest request) throws IOException;

  /** Connections of their own that the user signs in; they close with this. */
  default WindowsConnections signedInBy(WindowsUser user) {
    throw new UnsupportedOperationException("this way signs nobody in");
  }

  @Override
  default void close() {}
}
