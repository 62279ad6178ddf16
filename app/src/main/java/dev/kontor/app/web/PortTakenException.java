package dev.kontor.app.web;

/** Another program listens on a port that is to be opened. */
final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortTakenException(int port, Throwable cause) {
    super(
        "port "
            + port
            + " is taken by another program; stop that program or name another port"
            + " (--port, --admin-port)",
        cause);
  }
}
