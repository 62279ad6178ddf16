package dev.kontor.spi;

import dev.kontor.model.EntityType;
import java.util.List;
import java.util.Optional;

/** One configured system. Thread-safe; used by many lanes at once. */
public interface Connector extends AutoCloseable {

  /**
   * Proves reach, sign-in, least rights and set-up, and says plainly what is wrong. Only reads.
   *
   * @return findings, worst first; empty when all is well
   */
  List<Finding> check();

  Optional<Reader> reader(EntityType type);

  Optional<Writer> writer(EntityType type);

  /** Where the system pushes to, if it does. */
  default Optional<Inbox> inbox() {
    return Optional.empty();
  }

  /** How the hub registers for notices, where the system has subscriptions. */
  default Optional<Subscriptions> subscriptions() {
    return Optional.empty();
  }

  /** How messages of a broker are taken, if the system is one. */
  default Optional<Listener> listener() {
    return Optional.empty();
  }

  /** How the files are opened that its documents name. */
  default Optional<Files> files() {
    return Optional.empty();
  }

  /** Where its stock lies, if it may tell that. */
  default Optional<Locations> locations() {
    return Optional.empty();
  }

  /** Ends what the connector began itself; the network is the toolbox's. */
  @Override
  default void close() {}
}
