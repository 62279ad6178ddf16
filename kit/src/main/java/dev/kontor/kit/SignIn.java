package dev.kontor.kit;

/** How calls of a service are signed. */
public interface SignIn {

  /**
   * Value of the header {@code Authorization}.
   *
   * @throws dev.kontor.spi.FaultException if nobody signs in now
   */
  String authorization();

  /**
   * The service did not accept that value.
   *
   * @return whether another may be tried
   */
  boolean refused(String authorization);
}
