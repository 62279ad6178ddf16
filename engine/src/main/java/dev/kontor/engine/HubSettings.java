package dev.kontor.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a hub process runs.
 *
 * @param home directory of what lives outside the database: audit heads, installation identity,
 *     keys
 * @param lease after which another process may take this one's lanes over
 * @param machinery what the process runs on
 */
public record HubSettings(Path home, Duration lease, Machinery machinery) {

  /** Ten seconds of lease on this machine's clocks. */
  public static HubSettings standard(Path home) {
    return new HubSettings(home, Duration.ofSeconds(10), Machinery.system());
  }

  InstantSource clock() {
    return machinery.clock();
  }
}
