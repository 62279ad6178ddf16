package dev.kontor.contract;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.time.Duration;
import java.time.InstantSource;

/** A toolbox for connector tests: the JDK's HTTP client with a deadline, no budget, no lease. */
public final class DirectToolbox implements Toolbox, AutoCloseable {

  private final DirectHttp http;
  private final InstantSource clock;

  /**
   * @param deadline after which a call is given up
   */
  public DirectToolbox(InstantSource clock, Duration deadline) {
    this.http = new DirectHttp(deadline);
    this.clock = clock;
  }

  @Override
  public Http http() {
    return http;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  /** A simulated system has done by then whatever it does by itself. */
  @Override
  public void pause(Duration time) {}

  @Override
  public void close() {
    http.close();
  }
}
