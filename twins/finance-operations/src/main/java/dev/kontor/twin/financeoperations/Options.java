package dev.kontor.twin.financeoperations;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How one simulated environment is reached; what may be changed while it runs is in its settings.
 *
 * @param clock of the environment
 * @param orderInsert what a new order header takes
 */
public record Options(
    String host,
    int port,
    InstantSource clock,
    String tenant,
    String clientId,
    String clientSecret,
    Duration orderInsert) {

  /** Any free port, with the timing of a real one: a new order header takes 300 ms. */
  public static Options real() {
    return new Options(
        "127.0.0.1",
        0,
        InstantSource.system(),
        "7c3f3c1e-0000-4000-8000-6d65726368aa",
        "kontor",
        "kontor-secret",
        Duration.ofMillis(300));
  }

  /** The same without waiting, for tests. */
  public static Options quick() {
    Options real = real();
    return new Options(
        real.host,
        real.port,
        real.clock,
        real.tenant,
        real.clientId,
        real.clientSecret,
        Duration.ZERO);
  }

  public Options at(InstantSource newClock) {
    return new Options(host, port, newClock, tenant, clientId, clientSecret, orderInsert);
  }

  public Options listening(String newHost, int newPort) {
    return new Options(newHost, newPort, clock, tenant, clientId, clientSecret, orderInsert);
  }
}
