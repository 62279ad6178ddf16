package dev.kontor.spi;

import java.time.Duration;
import java.time.InstantSource;

/** What the engine lends a connector. Logging, redaction, budget and deadlines live behind it. */
public interface Toolbox {

  /** The only way to the network. */
  Http http();

  /**
   * The same way to a server that knows Windows users (NTLM, version 2): over connections of its
   * own, which the user signs in and no other connection of the hub shares. What signing in takes
   * counts like any call, and is within a call's deadline. A refused user is not tried again for a
   * minute, as accounts lock.
   *
   * @return a way whose calls throw {@link Fault.SignInRefused} if the user is not let in; the call
   *     was not made then
   */
  default Http http(WindowsUser user) {
    throw new UnsupportedOperationException("this toolbox signs no Windows user in");
  }

  /** The only clock. */
  InstantSource clock();

  /**
   * Waits, as for what a system does in its own time. No call of the hub is held up by it, but the
   * batch that waits is: a minute at most.
   *
   * @throws FaultException {@link Fault.Unavailable} if the hub stops
   */
  default void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new Fault.Unavailable("the hub stops"));
    }
  }
}
