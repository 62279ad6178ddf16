package dev.kontor.twin.businesscentral.access;

/** Who is let in to a server of one's own. */
public sealed interface ServerUser permits KeyUser, DomainUser {

  /** Whether the instance's API services are on, which they are not by default. */
  boolean apiServices();
}
