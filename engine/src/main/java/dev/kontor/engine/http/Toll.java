package dev.kontor.engine.http;

import java.io.IOException;

/** Paid before each request beyond the first that a call takes: it counts like any other. */
@FunctionalInterface
public interface Toll {

  /**
   * @throws IOException if the request may not leave
   */
  void pay() throws IOException;
}
