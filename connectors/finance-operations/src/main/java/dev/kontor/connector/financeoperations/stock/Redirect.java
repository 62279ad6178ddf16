package dev.kontor.connector.financeoperations.stock;

import dev.kontor.kit.JsonHttp;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;

/** Where a call is to be made instead, with the same method and body. */
final class Redirect {

  static final int STATUS = 307;

  private Redirect() {}

  /**
   * What is sent holds a secret: it goes nowhere less safe than where it was to go.
   *
   * @throws FaultException {@link Fault.Unavailable} if it would, or leads nowhere
   */
  static URI of(URI from, JsonHttp.Reply reply) {
    try {
      URI to = from.resolve(reply.header("Location").orElse(""));
      if (to.getHost() != null && from.getScheme().equals(to.getScheme())) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      // Told like a redirect to nowhere.
    }
    throw new FaultException(
        new Fault.Unavailable(
            "the security service of Inventory Visibility redirects to no address of "
                + from.getScheme()));
  }
}
