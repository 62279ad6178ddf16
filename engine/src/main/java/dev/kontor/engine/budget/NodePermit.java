package dev.kontor.engine.budget;

/** A process's right to act under one name. */
public interface NodePermit extends SendPermit {

  /** Its name in the database; never used again once the lease has run out. */
  String node();
}
