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
 * @param clock the process's clock, which decides nothing that the database's clock decides
 */
public record HubSettings(Path home, Duration lease, InstantSource clock) {

  /** Ten seconds of lease on the system clock. */
  public static HubSettings standard(Path home) {
    return new HubSettings(home, Duration.ofSeconds(10), InstantSource.system());
  }
}
