package dev.kontor.engine.observe;

import java.util.Set;

/**
 * Whether this process can do its work.
 *
 * @param database is reached
 * @param lease is held, so that lanes may be worked on
 * @param paused connections and flows that a fault or a person has stopped; the process is well
 */
public record Health(boolean database, boolean lease, Set<String> paused) {

  public boolean isReady() {
    return database && lease;
  }
}
