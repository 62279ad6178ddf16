package dev.kontor.spi;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * The only way a connector reaches the network. Every call has a deadline, counts against the
 * connection's budget and is recorded without secrets.
 */
public interface Http {

  /**
   * A call that changes nothing.
   *
   * @throws FaultException {@link Fault.Unavailable} if no answer came
   */
  HttpResponse<byte[]> read(HttpRequest request);

  /**
   * A call that may change something. The lane's lease is checked as the body is sent.
   *
   * @throws FaultException {@link Fault.Unavailable} if the request certainly never left, {@link
   *     Fault.OutcomeUnknown} if it may have
   */
  HttpResponse<byte[]> write(HttpRequest request);
}
