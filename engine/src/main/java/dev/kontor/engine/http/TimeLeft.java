package dev.kontor.engine.http;

import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** How much is left of the time of a call that may take several requests. */
final class TimeLeft {

  private final Duration most;
  private final long began = System.nanoTime();

  /**
   * @param call which states its timeout
   */
  TimeLeft(HttpRequest call) {
    this.most = call.timeout().orElseThrow();
  }

  /**
   * @return positive
   * @throws HttpTimeoutException if none is left
   */
  Duration left() throws HttpTimeoutException {
    Duration left = most.minusNanos(System.nanoTime() - began);
    if (!left.isPositive()) {
      throw new HttpTimeoutException("no whole answer within " + most);
    }
    return left;
  }
}
