package dev.kontor.kit;

import dev.kontor.spi.Http;
import java.util.Optional;

/** How calls of a service are signed. */
public interface SignIn {

  /**
   * Value of the header {@code Authorization}; empty where connections are signed in, not calls.
   *
   * @throws dev.kontor.spi.FaultException if nobody signs in now
   */
  Optional<String> authorization();

  /**
   * The service did not accept that value.
   *
   * @return whether another may be tried
   */
  boolean refused(String authorization);

  /**
   * The way signed calls are made.
   *
   * @param plain the way of calls that nobody signed
   */
  default Http way(Http plain) {
    return plain;
  }
}
