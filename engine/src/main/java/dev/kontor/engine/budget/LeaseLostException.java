package dev.kontor.engine.budget;

import java.io.IOException;

/** The lane's lease ran out before the request left; nothing was written. */
final class LeaseLostException extends IOException {

  private static final long serialVersionUID = 1L;

  LeaseLostException() {
    super("lease lost before sending");
  }
}
