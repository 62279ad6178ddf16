package dev.kontor.connector.financeoperations.event;

import dev.kontor.model.EntityType;
import java.util.Set;

/** What a business event tells the hub. */
public sealed interface Meaning {

  /**
   * Something changed.
   *
   * @param types of which; never empty
   */
  record Changed(Set<EntityType> types) implements Meaning {}

  /**
   * A genuine event that is nothing to this connection.
   *
   * @param reason for people
   */
  record OfNoConcern(String reason) implements Meaning {}

  /** No business event at all. */
  record Unreadable() implements Meaning {}
}
