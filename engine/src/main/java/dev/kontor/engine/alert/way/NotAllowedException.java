package dev.kontor.engine.alert.way;

import java.net.UnknownHostException;

/** The name leads to where alerts are not sent. */
final class NotAllowedException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  static final String WORDS =
      "its name leads to an address that is not public; if it is meant, state ownNetwork: true at"
          + " the receiver";

  NotAllowedException() {
    super(WORDS);
  }
}
